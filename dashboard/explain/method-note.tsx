/** How visitors were counted: the method in plain words, what it rests on, what is guaranteed, and what other tools would print. */
import type { Method } from '../api/method.ts';
import type { People } from '../people/people.ts';
import { useApp } from '../state/app.ts';
import { excessOf, inputsOf, type NamedInput } from './explain-method.ts';

interface MethodNoteProps {
  method: Method;
  people: People | null;
  dailySum: number | null;
  isFiltered: boolean;
}

export function MethodNote({ method, people, dailySum, isFiltered }: MethodNoteProps) {
  const { texts } = useApp();
  const words = texts.value.method;
  const isRange = people?.kind === 'bounds';
  return (
    <div class="method" data-kind={method.kind} data-case={method.case}>
      <div class="method-text">
        <p>{method.case === null ? <span lang="en">{method.reason}</span> : words.cases[method.case]}</p>
        {people?.kind === 'estimate' && !method.coversConsentBias ? (
          <p class="method-warning">{words.consentBias}</p>
        ) : null}
        {isRange ? <p>{words.low}</p> : null}
        {isRange && method.case === 'long-window' ? <p>{texts.value.visitors.long}</p> : null}
        {isRange && isFiltered ? <p>{words.filtered}</p> : null}
        <h3>{words.visitor}</h3>
        <p>{words.definition}</p>
        <p class="quiet">{words.instrument}</p>
        <DocumentLink />
      </div>
      <div class="method-facts">
        <h3>{words.inputsTitle}</h3>
        <Facts method={method} people={people} />
        <Others people={people} dailySum={dailySum} inputs={method.inputs} />
      </div>
    </div>
  );
}

function Facts({ method, people }: { method: Method; people: People | null }) {
  const { texts, format } = useApp();
  const words = texts.value.method;
  const { bounds } = method;
  return (
    <dl>
      {inputsOf(method).map((input) => (
        <div key={input.name}>
          <dt>{words.inputs[input.name]}</dt>
          <dd data-input={input.name} data-value={input.value}>
            <InputValue {...input} />
          </dd>
        </div>
      ))}
      {bounds === null || people?.kind === 'exact' ? null : (
        <div class="method-bounds">
          <dt>{words.guaranteed}</dt>
          <dd data-input="bounds" data-low={bounds.low} data-high={bounds.high}>
            {format.value.range(bounds.low, bounds.high)}
          </dd>
        </div>
      )}
    </dl>
  );
}

function InputValue({ name, value }: NamedInput) {
  const { count, decimal, percent } = useApp().format.value;
  if (name === 'gamma') return <>{decimal(value)}</>;
  if (name === 'churnRate') return <>{percent(value)}</>;
  return <>{count(value)}</>;
}

interface OthersProps {
  people: People | null;
  dailySum: number | null;
  inputs: Method['inputs'];
}

/** Other tools add up the days; where people are not told apart, we have no sum to hold against them. */
function Others({ people, dailySum, inputs }: OthersProps) {
  const { texts, format } = useApp();
  const { others } = texts.value.method;
  const { days = 1, unseenVisits = 0, uncountedPageviews = 0 } = inputs;
  if (people === null || dailySum === null || days <= 1 || unseenVisits + uncountedPageviews > 0) return null;
  const excess = excessOf(dailySum, people);
  const sum = format.value.count(dailySum);
  const share = excess === null ? '' : format.value.percent(Math.round(excess * 1000) / 1000);
  return (
    <p class="method-others" data-daily-sum={dailySum}>
      {excess === null ? others.same(sum) : people.best === null ? others.atLeast(sum, share) : others.more(sum, share)}
    </p>
  );
}

/** The documentation of this very version lies beside the scripts; the page says where. */
function DocumentLink() {
  const words = useApp().texts.value.method;
  const href = document.querySelector<HTMLLinkElement>('link[rel="help"]')?.href;
  return href === undefined ? null : (
    <p>
      <a href={href} target="_blank" rel="noopener" hrefLang="en">
        {words.docs}
      </a>
    </p>
  );
}
