/** Journeys as a nested list, for a narrow page. */
import { sayPath } from '../i18n/say-path.ts';
import { useApp, useTexts } from '../state/app.ts';
import { useView } from '../state/use-view.ts';
import { Link } from '../ui/link.tsx';
import { startingAt } from './ask-journeys.ts';
import { type AnsweredJourneys, sayThrough, shareOf } from './say-journeys.ts';
import { type Branch, buildTree } from './tree.ts';

export function JourneysTree({ question, answer }: AnsweredJourneys) {
  const tree = buildTree(answer.rows);
  return (
    <div class="journey-tree">
      {question.start === null ? null : (
        <p class="journey-start">
          <bdi>{question.start}</bdi>
        </p>
      )}
      <Branches {...tree} {...{ question, answer }} />
    </div>
  );
}

function Branches({ branches, others, question, answer }: AnsweredJourneys & Pick<Branch, 'branches' | 'others'>) {
  const { format: formatSignal } = useApp();
  const texts = useTexts('explore');
  const { view, hrefOf } = useView();
  const [words, format] = [texts.value.journeys, formatSignal.value];
  if (branches.length === 0) return null;
  return (
    <ul>
      {branches.map((branch) => (
        <li key={String(branch.page)} data-branch={branch.page ?? ''} data-count={branch.count}>
          <p class="journey-row">
            {branch.page === null ? (
              <span class="quiet">{words.ended[question.direction]}</span>
            ) : (
              <Link href={hrefOf({ own: startingAt(view, branch.page) })} title={branch.page}>
                <bdi>{sayPath(branch.page)}</bdi>
              </Link>
            )}
            <strong>{sayThrough(branch.count, branch.hasHidden, answer, texts.value, format)}</strong>
            <span class="quiet">{shareOf(branch.count, answer, format)}</span>
          </p>
          <Branches branches={branch.branches} others={branch.others} {...{ question, answer }} />
        </li>
      ))}
      {others === null ? null : (
        <li class="journey-row quiet">
          <span>{words.others(format.count(others.pages), others.pages)}</span>
          <span>{format.count(others.count)}</span>
        </li>
      )}
    </ul>
  );
}
