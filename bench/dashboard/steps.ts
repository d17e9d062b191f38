/** What a reader does in the dashboard of a year: each a click, a word or an address. */
import { DOMAIN, FIRST_DATE, LAST_DATE } from '../query/shape.ts';
import type { Step } from './watch-page.ts';

/** @param url of the service */
export function stepsOf(url: string): readonly Step[] {
  const year = `period=custom&from=${FIRST_DATE}&to=${LAST_DATE}`;
  const month = `period=custom&from=2026-10-01&to=${LAST_DATE}`;
  const at = (query: string, page = '') => ({ goto: `${url}/app/${DOMAIN}${page}?${query}` });
  const within = (period: string, name: string): Step[] => [
    { name: `${name}: loaded for the first time`, do: at(period) },
    { name: `${name}: loaded again`, do: at(period) },
    { name: `${name}: the chart shows visits`, do: { click: 'button[data-chooses="visits"]' } },
    { name: `${name}: another tab`, do: { click: '[data-panel="sources"] [data-tab="sources"]' } },
    { name: `${name}: a source is filtered by`, do: { click: '[data-panel="sources"] tr[data-row] .row-name' } },
    { name: `${name}: the filter is cleared`, do: { click: '.chip-remove' } },
    { name: `${name}: all pages`, do: at(`${period}&open=list:pages`) },
    { name: `${name}: they are searched`, do: { type: '9', into: 'dialog input[type="search"]' } },
    { name: `${name}: a funnel`, do: at(`${period}&step=event~is~Signup&step=event~is~Purchase`, '/funnels') },
    { name: `${name}: journeys`, do: at(period, '/journeys') },
    { name: `${name}: retention`, do: at(period, '/retention') },
  ];
  return [...within(month, '31 days'), ...within(year, '12 months')];
}
