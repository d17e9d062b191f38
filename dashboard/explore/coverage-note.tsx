/** On whom an exploration rests, and how much of the traffic that is. */
import type { Explored } from '../api/explorations.ts';
import { DisclosureNote } from '../disclosure/disclosure-note.tsx';
import { sayHidden } from '../disclosure/say-hidden.ts';
import { useApp, useTexts } from '../state/app.ts';
import { CountedLine, type CountedLineProps } from './counted-line.tsx';

interface CoverageNoteProps extends CountedLineProps {
  answer: Explored;
  /** Whose figures these are, in one sentence. */
  whom: string;
}

export function CoverageNote({ answer, whom, of, call }: CoverageNoteProps) {
  const { format } = useApp();
  const texts = useTexts('explore');
  const words = texts.value.explore;
  const { count, percent } = format.value;
  const { visits, identified, identifiedShare, unseen } = answer.coverage;
  const say = (figure: number | null) => (figure === null ? sayHidden(answer, format.value) : count(figure));
  return (
    <aside class="coverage" aria-label={words.coverage}>
      <p>{whom}</p>
      <p data-coverage-visits={visits} data-coverage-identified={identified}>
        {words.seen(say(visits), say(identified), identifiedShare === null ? null : percent(identifiedShare / 100))}
        {unseen === null || unseen > 0 ? ` ${words.unseen(say(unseen))}` : ''}
      </p>
      {answer.isRestricted ? <p>{texts.value.disclosure.restricted}</p> : null}
      <DisclosureNote answer={answer} />
      <CountedLine of={of} call={call} />
    </aside>
  );
}
