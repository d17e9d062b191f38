/** "How was this counted?": the method in plain words, and the figures that it rests on. */
import type { Method } from '../api/query.ts';
import { useApp } from '../state/app.ts';
import { caseOf, inputsOf } from './explain-method.ts';

interface MethodNoteProps {
  method: Method;
  isExact: boolean;
  isFiltered: boolean;
}

export function MethodNote({ method, isExact, isFiltered }: MethodNoteProps) {
  const { texts, format } = useApp();
  const words = texts.value.method;
  const isRange = method.kind === 'bounds' && !isExact;
  return (
    <details class="method" data-kind={method.kind}>
      <summary>{words.title}</summary>
      <div class="method-text">
        <p>{words.cases[caseOf(method, isExact)]}</p>
        {isRange ? <p>{words.low}</p> : null}
        {isRange && isFiltered ? <p>{words.filtered}</p> : null}
        <dl>
          {inputsOf(method).map(({ name, value }) => (
            <div key={name}>
              <dt>{words.inputs[name]}</dt>
              <dd data-input={name} data-value={value}>
                {format.value.count(value)}
              </dd>
            </div>
          ))}
        </dl>
        <p class="quiet">{words.instrument}</p>
      </div>
    </details>
  );
}
