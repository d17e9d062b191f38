/** What somebody may do, a line for each place. */
import type { Standing } from '../api/people.ts';
import { useTexts } from '../state/app.ts';
import { sayStanding } from './say-standing.ts';

export function StandingLines({ standing }: { standing: Standing }) {
  const texts = useTexts('office').value;
  return (
    <ul class="office-standing">
      {sayStanding(standing, texts).map(({ text, site }) => (
        <li key={site}>
          {text}
          {site === null ? null : (
            <>
              {' '}
              <bdi>{site}</bdi>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
