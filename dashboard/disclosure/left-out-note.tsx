/** Says below a list that rows of few people are not in it, where that is so. */
import type { Answer } from '../api/query.ts';
import { useApp } from '../state/app.ts';
import { mayLeaveOut } from './left-out.ts';

export function LeftOutNote({ answer, dimensions }: { answer: Pick<Answer, 'disclosure'>; dimensions: number }) {
  const { texts, format, shared } = useApp();
  if (!mayLeaveOut(answer, dimensions, shared !== null)) return null;
  return (
    <p class="panel-note" data-left-out>
      {texts.value.disclosure.leftOut(format.value.count(answer.disclosure?.smallest ?? 0))}
    </p>
  );
}
