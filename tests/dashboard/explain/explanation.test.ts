/** Every figure can be explained: its definition is there in each language, its address and its call lead to the same question. */
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { toBody } from '../../../dashboard/api/query.ts';
import { hintOf, openExplanation, partsOf, readExplanation } from '../../../dashboard/explain/explanation.ts';
import { bodyOfCall, writeCurl } from '../../../dashboard/explain/write-call.ts';
import { LANGUAGES, loadTexts } from '../../../dashboard/i18n/languages.ts';
import { sayMetric } from '../../../dashboard/i18n/say-metric.ts';
import { changeView, readView, writeView } from '../../../dashboard/state/view.ts';
import { isMetric, METRICS, type Metric } from '../../../src/stats/metrics.ts';

const NAMES = Object.keys(METRICS) as Metric[];

describe.each(LANGUAGES)('in %s', (language) => {
  it('every metric has a name and a definition, in English that of the catalogue', async () => {
    const texts = await loadTexts(language);
    const { definitions } = texts.explain;
    expect(Object.keys(definitions).toSorted()).toEqual(NAMES.toSorted());
    for (const name of NAMES) {
      expect([name, definitions[name].length > 8, sayMetric(name, texts).length > 2]).toEqual([name, true, true]);
      if (language === 'en') expect([name, definitions[name]]).toEqual([name, METRICS[name].definition]);
      else expect(definitions[name]).not.toBe(METRICS[name].definition);
    }
  });
});

describe('the address of an explanation', () => {
  const here = readView('/app/a.example', '?period=7d&filter=is~visit:device~mobile&tab=sources');
  const device = { operator: 'is', dimension: 'visit:device', values: ['mobile'] } as const;
  const goal = { operator: 'is', dimension: 'event:goal', values: ['A ~ B'] } as const;

  it('tells the question, the metric and the row', () => {
    const given = { dimensions: ['visit:source', 'visit:country'], conditions: [device, goal] } as const;
    const row = ['a&b=c', ''];
    const changed = changeView(here, openExplanation(here, { question: given, metric: 'visits', row }));
    const [path = '', search] = writeView(changed).split('?');
    const read = readExplanation(readView(path, `?${search}`), '2026-03-30', isMetric);
    expect(read).toMatchObject({ metric: 'visits', row, question: { domain: 'a.example', dateRange: '7d', ...given } });
  });

  it('is none of what is no metric', () => {
    for (const open of ['explain:', 'explain:toString', 'list:sources', null])
      expect(readExplanation({ ...here, open }, '2026-03-30', isMetric)).toBeNull();
  });

  it.each(NAMES)('of %s asks for it first, and for what it rests on', (metric) => {
    const metrics =
      readExplanation({ ...here, open: `explain:${metric}` }, '2026-03-30', isMetric)?.question.metrics ?? [];
    expect(metrics[0]).toBe(metric);
    expect(new Set(metrics).size).toBe(metrics.length);
    expect(metrics).toEqual(expect.arrayContaining([...partsOf(metric)]));
  });
});

describe('a figure of a page and one of a goal', () => {
  const goal = { operator: 'is', dimension: 'event:goal', values: ['Bought'] } as const;
  const missing = { operator: 'is', dimension: 'event:name', values: ['404'] } as const;
  const page = { operator: 'is', dimension: 'event:page', values: ['/thanks'] } as const;
  it.each([
    ['visitors', ['event:page'], [], 'page'],
    ['visits', ['event:page'], [], 'page'],
    ['visitors', [], [page], 'page'],
    ['visitors', ['event:goal'], [], 'goal'],
    ['conversion_rate', [], [goal], 'goal'],
    ['visitors', ['event:page'], [goal], 'goal'],
    ['events', ['event:props:path'], [missing], 'notFound'],
    ['pageviews', ['event:page'], [], null],
    ['visitors', ['visit:source'], [], null],
  ] as const)('counts by its own rule: %s by %j where %j is asked', (metric, dimensions, conditions, hint) => {
    expect(hintOf(metric, { dimensions, conditions })).toBe(hint);
  });
});

describe('the call', () => {
  const question = {
    ...{ domain: 'a.example', dateRange: '28d', metrics: ['visits'], dimensions: [] },
    conditions: [{ operator: 'is', dimension: 'event:page', values: ['/it\'s $HOME `id` \\ "x" ; rm'] }],
  } as const;

  it('asks for days that mean the same tomorrow', () => {
    const days = { first: '2026-03-01', last: '2026-03-28' };
    expect(bodyOfCall({ ...question, metrics: ['visits'] }, days)).toMatchObject({
      date_range: ['2026-03-01', '2026-03-28'],
    });
    expect(bodyOfCall({ ...question, metrics: ['visits'] }, null)).toEqual(
      toBody({ ...question, metrics: ['visits'] }),
    );
  });

  it('of what is only fetched has no body', () => {
    const call = { path: 'realtime?site_id=a.example', body: null };
    expect(writeCurl('https://count.example.org', call)).toBe(
      'curl -s \'https://count.example.org/api/v2/realtime?site_id=a.example\' \\\n  -H "Authorization: Bearer $PASSANT_KEY"',
    );
  });

  it('means to a shell what it says', () => {
    const body = bodyOfCall({ ...question, metrics: ['visits'] }, null);
    const line = writeCurl('https://count.example.org', { path: 'query', body }).replace(/^curl -s/, 'printf "%s\\n"');
    const words = execFileSync('sh', ['-c', line], { env: { PASSANT_KEY: 'secret' } })
      .toString()
      .split('\n');
    expect(words).toEqual([
      'https://count.example.org/api/v2/query',
      ...['-H', 'Authorization: Bearer secret', '-H', 'Content-Type: application/json', '-d', JSON.stringify(body), ''],
    ]);
  });
});
