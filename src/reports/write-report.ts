/** The letter of a report: figures with their interval and their change, top pages, sources, and how finely they are told. */
import type { Letter, Part } from '../mail/compose-mail.ts';
import { formatChange, formatCount, formatDays, UNKNOWN } from '../mail/format.ts';
import type { MailLanguage } from '../mail/ports.ts';
import type { QueryAnswer } from '../stats/answer-query.ts';
import { DIRECT } from '../stats/dimensions.ts';
import type { MetricValue } from '../stats/metrics.ts';
import { REPORT_METRICS, type ReportAnswers } from './ask-report.ts';
import type { ReportDays } from './report-days.ts';
import { REPORT_WORDS } from './words/all.ts';
import type { ReportWords } from './words/en.ts';

export interface ReportFacts {
  /** Domain. */
  site: string;
  /** Of the public address. */
  host: string;
  dashboardUrl: string;
  unsubscribeUrl: string;
  days: ReportDays;
  answers: ReportAnswers;
}

export function writeReport(facts: ReportFacts, language: MailLanguage): Letter {
  const { site, host, days, answers, dashboardUrl, unsubscribeUrl } = facts;
  const words = REPORT_WORDS[language];
  const [now, before] = [days, days.before].map(({ first, last }) => formatDays(first, last, language));
  return {
    subject: words.subject(site, now ?? ''),
    language,
    parts: [
      { kind: 'text', text: words.lead(site, now ?? '', before ?? '') },
      ...writeFigures(answers.figures, words, language),
      ...writeList(words.pages, words.metrics.pageviews, answers.pages, words, language),
      ...writeList(words.sources, words.metrics.visits, answers.sources, words, language),
      { kind: 'link', text: words.open, url: dashboardUrl },
      ...sayDisclosure(answers, words, language),
      { kind: 'small', text: words.why(host) },
      { kind: 'link', text: words.stop, url: unsubscribeUrl },
    ],
    unsubscribeUrl,
  };
}

function writeFigures(answer: QueryAnswer, words: ReportWords, language: MailLanguage): Part[] {
  const [row] = answer.results;
  const { columns, metrics } = words;
  const figureOf = (values: readonly MetricValue[] | undefined, name: (typeof REPORT_METRICS)[number]) =>
    values?.[REPORT_METRICS.indexOf(name)] ?? null;
  const visits = figureOf(row?.metrics, 'visits');
  if (row === undefined || visits === 0) return [{ kind: 'text', text: words.none }];
  const say = (value: MetricValue) => sayFigure(value, answer, language);
  const rows = (['visitors', 'visits', 'pageviews'] as const).map((name) => {
    const change = row.comparison?.change[REPORT_METRICS.indexOf(name)] ?? null;
    return [
      metrics[name],
      say(figureOf(row.metrics, name)),
      say(figureOf(row.comparison?.metrics, name)),
      change === null ? UNKNOWN : formatChange(change, language),
    ];
  });
  const [low, high] = [figureOf(row.metrics, 'visitors_low'), figureOf(row.metrics, 'visitors_high')];
  const isRange = typeof low === 'number' && typeof high === 'number' && low !== high;
  const isEstimate = answer.meta.visitors_method?.kind === 'estimate';
  const differs = row.comparison?.visitors_differ;
  const verdict = differs === true ? 'larger' : differs === false ? 'within' : 'unknown';
  return [
    { kind: 'table', head: [columns.figure, columns.now, columns.before, columns.change], rows },
    ...(isRange
      ? [
          {
            kind: 'text',
            text: `${metrics.visitors}: ${words[isEstimate ? 'estimated' : 'between'](say(low), say(high))}.`,
          } as const,
        ]
      : []),
    { kind: 'text', text: words.verdicts[verdict] },
  ];
}

function writeList(
  title: string,
  metric: string,
  answer: QueryAnswer,
  words: ReportWords,
  language: MailLanguage,
): Part[] {
  if (answer.results.length === 0) return [];
  const rows = answer.results.map(({ dimensions: [name = ''], metrics: [value = null], comparison }) => {
    const change = comparison?.change[0] ?? null;
    return [
      name === DIRECT ? words.direct : name,
      sayFigure(value, answer, language),
      change === null ? UNKNOWN : formatChange(change, language),
    ];
  });
  return [{ kind: 'table', head: [title, metric, words.columns.change], rows }];
}

/** What is hidden is less than the least that is told; what else is missing is not known. */
function sayFigure(value: MetricValue, { meta }: QueryAnswer, language: MailLanguage): string {
  if (typeof value === 'number') return formatCount(value, language);
  const smallest = meta.disclosure?.smallest ?? null;
  return smallest === null ? UNKNOWN : `< ${formatCount(smallest, language)}`;
}

function sayDisclosure({ figures }: ReportAnswers, words: ReportWords, language: MailLanguage): Part[] {
  const { rounded_to: step = null, smallest = null } = figures.meta.disclosure ?? {};
  return [
    ...(step === null ? [] : [{ kind: 'small', text: words.rounded(formatCount(step, language)) } as const]),
    ...(smallest === null ? [] : [{ kind: 'small', text: words.small(formatCount(smallest, language)) } as const]),
  ];
}
