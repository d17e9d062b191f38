/** Answers by country, device, page and version: each counted for itself, so they are never of one person. */
import { useId } from 'preact/hooks';
import { askConsent, type ConsentDimension, type ConsentRow } from '../api/consent.ts';
import { UNKNOWN } from '../i18n/format.ts';
import { sayValue } from '../i18n/say-value.ts';
import { useApp } from '../state/app.ts';
import { useAnswerOf } from '../state/use-answer.ts';
import { useView } from '../state/use-view.ts';
import { Failure } from '../ui/failure.tsx';
import { TabList } from '../ui/tab-list.tsx';
import { acceptanceOf, answerShareOf } from './answers.ts';
import type { ConsentProps } from './consent-context.ts';
import { FEWEST_FOR_EXTREME, shareOf } from './consent-rate.ts';

const TABS = {
  'answers-countries': 'visit:country',
  'answers-devices': 'visit:device',
  'answers-pages': 'event:page',
  'answers-texts': 'consent:text',
  'answers-banners': 'consent:banner',
} as const satisfies Readonly<Record<string, ConsentDimension>>;
type TabKey = keyof typeof TABS;
const KEYS = Object.keys(TABS) as [TabKey, ...TabKey[]];
const ROWS = 8;

export function AnswersTable({ base, beat }: ConsentProps) {
  const { texts, format } = useApp();
  const words = texts.value.answers;
  const { view, adjust } = useView();
  const id = useId();
  const open = KEYS.find((key) => view.tabs.includes(key)) ?? KEYS[0];
  const dimension = TABS[open];
  const { domain, dateRange } = base;
  const { known, isStale, error, retry } = useAnswerOf(askConsent, { domain, dateRange, dimension, limit: ROWS }, beat);
  const choose = (chosen: TabKey) => {
    const others = view.tabs.filter((key) => !KEYS.some((each) => each === key));
    adjust({ tabs: chosen === KEYS[0] ? others : [...others, chosen] });
  };
  const { rows = [], totalRows = 0 } = known?.answer ?? {};
  const isFew = rows.some((row) => acceptanceOf(row).all < FEWEST_FOR_EXTREME);
  return (
    <div class="answers-by">
      <h4 class="unseen" id={`${id}-title`}>
        {words.by}
      </h4>
      <TabList id={id} keys={KEYS} open={open} labelOf={(key) => words.tabs[TABS[key]]} onChoose={choose} />
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${open}`}>
        {error !== null ? (
          <Failure error={error} onRetry={retry} />
        ) : (
          <table class="answers-table" data-stale={isStale} aria-busy={known === null}>
            <caption class="unseen">{words.tabs[dimension]}</caption>
            <thead>
              <tr>
                <th scope="col">
                  {words.dimensions[(known?.question.dimension as ConsentDimension | undefined) ?? dimension]}
                </th>
                <th scope="col">{words.asked}</th>
                <th scope="col">{words.answered}</th>
                <th scope="col">{words.outcomes.accepted}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <AnswersRow key={row.value} dimension={known?.question.dimension as ConsentDimension} row={row} />
              ))}
            </tbody>
          </table>
        )}
      </div>
      <p class="rate-summary">
        {totalRows > rows.length ? `${words.hidden(format.value.count(totalRows - rows.length))} ` : ''}
        {isFew ? words.few(FEWEST_FOR_EXTREME) : ''}
      </p>
    </div>
  );
}

function AnswersRow({ dimension, row }: { dimension: ConsentDimension; row: ConsentRow }) {
  const { texts, format } = useApp();
  const { count, percent } = format.value;
  const accepted = acceptanceOf(row);
  const share = accepted.all < FEWEST_FOR_EXTREME ? null : shareOf(accepted);
  const answered = answerShareOf(row);
  const name =
    row.value === '(other)'
      ? texts.value.answers.otherPages
      : sayValue(dimension, row.value, texts.value, format.value);
  return (
    <tr data-answers-row={row.value} data-asked={row.asked} data-answered={accepted.all} data-accepted={row.accepted}>
      <th scope="row" title={name}>
        {name}
      </th>
      <td>{count(row.asked)}</td>
      <td>
        {count(accepted.all)} <span class="quiet">{answered === null ? '' : percent(answered)}</span>
      </td>
      <td>
        {count(row.accepted)} <span class="answers-share">{share === null ? UNKNOWN : percent(share)}</span>
      </td>
    </tr>
  );
}
