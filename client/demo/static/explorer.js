// The explorer: one page, three views, each with an address of its own. A counter is chosen in the query, which is no new page.
import { drawMap, drawWeek, drawYear } from './charts.js';
import { byCounter, byWeek, byWeekday, readLines } from './figures.js';

const stage = document.querySelector('#explorer');
const words = JSON.parse(stage.dataset.words);
const locale = stage.dataset.lang === 'fr' ? 'fr-FR' : 'en-GB';
const root = document.querySelector('[data-view="map"]').pathname;
const siteTitle = document.title;
const links = [...document.querySelectorAll('[data-view]')];
const number = new Intl.NumberFormat(locale);
let lines = [];

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

function make(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function currentView() {
  const slug = location.pathname.slice(root.length).replace(/\/$/, '');
  return Object.keys(words.views).find((view) => words.views[view][0] === slug) ?? 'map';
}

function currentCounter() {
  const counter = new URLSearchParams(location.search).get('counter') ?? '';
  return counter in words.counters ? counter : '';
}

/** Rows of label and number, and the drawing of them. */
function figuresOf(view, counter) {
  const chosen = counter ? lines.filter((line) => line.counter === counter) : lines;
  if (view === 'map') {
    const rows = byCounter(lines).map(({ id, count }) => ({ id, label: words.counters[id], count }));
    return { rows, chart: drawMap(rows, counter, words, number) };
  }
  if (view === 'year') {
    const dates = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' });
    const months = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
    const rows = byWeek(chosen).map(({ date, count }) => ({ date, label: dates.format(date), count }));
    return { rows, chart: drawYear(rows, months, words.yearLabel, number) };
  }
  const names = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const rows = byWeekday(chosen).map(({ date, count }) => ({ label: names.format(date), count }));
  return { rows, chart: drawWeek(rows, words.weekLabel, number) };
}

function summaryOf(view, rows, counter) {
  if (view === 'map') {
    const shown = rows.filter(({ id }) => !counter || id === counter);
    return fill(words.total, { count: number.format(shown.reduce((sum, { count }) => sum + count, 0)) });
  }
  const { label, count } = rows.reduce((most, row) => (row.count > most.count ? row : most));
  return fill(words.busiest, {
    label: view === 'year' ? `${words.week.toLowerCase()} ${label}` : label,
    count: number.format(count),
  });
}

function tableOf(view, rows) {
  const heads = { map: [words.counter, '2025'], year: [words.week, words.perDay], week: [words.day, words.perDay] }[
    view
  ];
  const cell = (name, text, scope) => make(name, scope ? { textContent: text, scope } : { textContent: text });
  const body = rows.map(({ label, count }) =>
    make('tr', {}, cell('th', label, 'row'), cell('td', number.format(count))),
  );
  const head = make('thead', {}, make('tr', {}, ...heads.map((text) => cell('th', text, 'col'))));
  return make(
    'details',
    {},
    make('summary', { textContent: words.table }),
    make('table', {}, head, make('tbody', {}, ...body)),
  );
}

function counterChoice(counter) {
  const options = [['', words.all], ...Object.entries(words.counters)];
  const select = make(
    'select',
    { id: 'counter' },
    ...options.map(([value, label]) => new Option(label, value, false, value === counter)),
  );
  select.addEventListener('change', () => {
    history.replaceState(null, '', select.value ? `?counter=${select.value}` : location.pathname);
    show();
    document.querySelector('#counter').focus();
  });
  return make(
    'p',
    { className: 'controls' },
    make('label', { htmlFor: 'counter', textContent: words.counter }),
    select,
  );
}

function show() {
  const view = currentView();
  const counter = currentCounter();
  const label = words.views[view][1];
  const { rows, chart } = figuresOf(view, counter);
  for (const link of links) {
    if (link.dataset.view === view) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
    link.search = counter ? `?counter=${counter}` : '';
  }
  document.title = `${label} · ${siteTitle}`;
  const heading = make('h2', { textContent: label, tabIndex: -1 });
  const summary = make('p', { textContent: summaryOf(view, rows, counter) });
  summary.setAttribute('role', 'status');
  const plot = make('div', { className: 'scroll', tabIndex: 0 }, chart);
  // On a narrow screen the drawing is wider than its card: the arrow keys must reach all of it.
  plot.setAttribute('role', 'region');
  plot.setAttribute('aria-label', label);
  stage.replaceChildren(heading, counterChoice(counter), summary, plot, tableOf(view, rows));
}

document.addEventListener('click', (event) => {
  const link = event.target.closest('[data-view]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  history.pushState(null, '', link.href);
  show();
  stage.querySelector('h2').focus({ preventScroll: true });
});
window.addEventListener('popstate', show);

stage.replaceChildren(make('p', { textContent: words.loading }));
try {
  const answer = await fetch(stage.dataset.file);
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  lines = readLines(await answer.text());
  show();
} catch {
  stage.replaceChildren(make('p', { textContent: words.failed }));
}
