/** Says under the figures how finely they are told. */
import type { Answer } from '../api/query.ts';
import { useApp } from '../state/app.ts';

export function DisclosureNote({ answer }: { answer: Pick<Answer, 'disclosure'> | null }) {
  const { texts, format } = useApp();
  const { rounded_to: step = null, smallest = null } = answer?.disclosure ?? {};
  if (step === null && smallest === null) return null;
  const words = texts.value.disclosure;
  const { count } = format.value;
  return (
    <p class="disclosure">
      {[step === null ? '' : words.rounded(count(step)), smallest === null ? '' : words.small(count(smallest))].join(
        ' ',
      )}
    </p>
  );
}
