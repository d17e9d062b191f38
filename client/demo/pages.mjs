/** The bodies of the demo site's pages: from words and figures to markup. */
import { escapeHtml, fill, formatNumber, illustration, urlOf } from './layout.mjs';

const SAMPLE_LINES = 5;

/** Front page: what is counted, in four plates, and what is new. */
export function homePage(content, published) {
  const { home, datasets, news, paths } = content;
  const plates = Object.entries(published).map(
    ([key, { headline }]) => `<li><a class="figure" href="${urlOf(paths[key])}">${illustration(key)}
<span class="name">${datasets.items[key].title}</span>
<span class="number">${formatNumber(content, headline)}</span> <span class="unit">${home.units[key]}</span></a></li>`,
  );
  return `<section class="hero">
<div class="words">
<h1>${home.heading}</h1>
<p class="lead">${home.lead}</p>
<p class="actions"><a class="button" href="${urlOf(paths.datasets)}">${home.browse}</a>
<a class="button plain" href="${urlOf(paths.explorer)}">${home.explore}</a></p>
</div>
<div class="vista">${illustration('bridge')}</div>
</section>
<section class="band" aria-labelledby="figures">
<h2 id="figures">${home.figures}</h2>
<ul class="figures">${plates.join('\n')}</ul>
</section>
<section class="band split" aria-labelledby="news">
<div><h2 id="news">${home.newsTitle}</h2><p><a href="${urlOf(paths.news)}">${home.allNews}</a></p></div>
<div class="stories">${stories(content, news, 'h3')}</div>
</section>
<section class="band polite" aria-labelledby="polite">
${illustration('lamp')}
<div><h2 id="polite">${home.politeTitle}</h2>
<p>${home.polite}</p>
<p><a href="${urlOf(paths.measure)}">${home.politeLink}</a></p></div>
</section>`;
}

/** The list of datasets, with a search that works on the page. */
export function datasetsPage(content, published) {
  const { datasets } = content;
  const total = Object.keys(published).length;
  const count = `<span data-count>${total}</span>`;
  return `<h1>${datasets.title}</h1>
<p class="lead">${datasets.lead}</p>
<form class="search" role="search" action="${urlOf(content.paths.datasets)}">
<label for="q">${datasets.search}</label>
<span><input id="q" name="q" type="search" autocomplete="off"><button class="button" type="submit">${datasets.searchButton}</button></span>
</form>
<p class="quiet" role="status">${fill(datasets.found, { count, total })}</p>
<ul class="cards" data-cards>${Object.keys(published)
    .map((key) => `<li>${datasetCard(content, published, key)}</li>`)
    .join('\n')}</ul>`;
}

/** One dataset: what it is, what its columns mean, its first lines, and the file. */
export function datasetPage(content, published, key) {
  const { datasets, paths } = content;
  const { file, columns, lines, csv } = published[key];
  const item = datasets.items[key];
  const facts = [
    [datasets.rows, formatNumber(content, lines.length)],
    [datasets.weight, fill(datasets.size, { size: Math.ceil(csv.length / 1000) })],
    [datasets.rhythm, item.rhythm],
    [datasets.source, item.source],
  ];
  const others = Object.keys(published).filter((other) => other !== key);
  const cells = (line) => line.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('');
  return `<div class="title">${illustration(key)}<h1>${item.title}</h1></div>
<p class="lead">${item.description}</p>
<div class="split">
<div class="prose">
${item.text.map((paragraph) => `<p>${paragraph}</p>`).join('\n')}
<p class="actions"><a class="button" href="/demo/data/${file}" download>${illustration('download')}${fill(datasets.download, { file })}</a>
${key === 'bikes' ? `<a class="button plain" href="${urlOf(paths.explorer)}">${datasets.seeExplorer}</a>` : ''}</p>
<h2>${datasets.meaning}</h2>
<div class="scroll" role="region" tabindex="0" aria-label="${datasets.meaning}"><table>
<thead><tr><th scope="col">${datasets.column}</th><th scope="col">${datasets.means}</th></tr></thead>
<tbody>${columns.map((name) => `<tr><th scope="row"><code>${name}</code></th><td>${item.columns[name]}</td></tr>`).join('')}</tbody>
</table></div>
<h2>${datasets.sample}</h2>
<div class="scroll" role="region" tabindex="0" aria-label="${datasets.sample}"><table class="sample">
<thead><tr>${columns.map((name) => `<th scope="col">${name}</th>`).join('')}</tr></thead>
<tbody>${lines
    .slice(0, SAMPLE_LINES)
    .map((line) => `<tr>${cells(line)}</tr>`)
    .join('')}</tbody>
</table></div>
</div>
<aside class="card" aria-labelledby="facts"><h2 id="facts">${datasets.facts}</h2>
<dl>${facts.map(([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>`).join('')}</dl>
<h3>${datasets.others}</h3>
<ul>${others.map((other) => `<li><a href="${urlOf(paths[other])}">${datasets.items[other].title}</a></li>`).join('')}</ul>
</aside>
</div>`;
}

/** The list of stories. */
export function newsPage(content) {
  const { news } = content;
  return `<h1>${news.title}</h1>
<p class="lead">${news.lead}</p>
<div class="stories wide">${stories(content, news, 'h2')}</div>`;
}

/** One story. */
export function articlePage(content, key) {
  const { news, datasets, paths } = content;
  const { title, date, teaser, text, dataset } = news.items[key];
  return `<article class="prose article">
<h1>${title}</h1>
<p class="quiet">${fill(news.published, { date: time(content, date) })}</p>
<div class="vista">${illustration(key === 'counter' ? 'totem' : 'grove')}</div>
<p class="lead">${teaser}</p>
${text.map((paragraph) => `<p>${paragraph}</p>`).join('\n')}
<p class="more">${news.more} <a href="${urlOf(paths[dataset])}">${datasets.items[dataset].title}</a></p>
</article>`;
}

/** What is counted, and the two buttons that the banner listens to. */
export function measurePage(content) {
  const { measure } = content;
  const row = ([what, ...cells]) =>
    `<tr><th scope="row">${what}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  return `<h1>${measure.title}</h1>
<p class="lead">${measure.lead}</p>
<div class="pair">
<section class="card" aria-labelledby="before"><h2 id="before">${measure.before}</h2><p>${measure.beforeText}</p></section>
<section class="card" aria-labelledby="after"><h2 id="after">${measure.after}</h2><p>${measure.afterText}</p></section>
</div>
<section class="choice" aria-labelledby="choice"><h2 id="choice">${measure.choice}</h2>
<p>${measure.choiceText}</p>
<p class="actions"><button class="button" type="button" data-passant-choice>${measure.change}</button>
<button class="button" type="button" data-passant-withdraw>${measure.withdraw}</button></p>
<p class="quiet">${measure.choiceNote}</p></section>
<h2>${measure.kept}</h2>
<div class="scroll" role="region" tabindex="0" aria-label="${measure.kept}"><table>
<thead><tr>${measure.keptHead.map((name) => `<th scope="col">${name}</th>`).join('')}</tr></thead>
<tbody>${measure.keptRows.map(row).join('\n')}</tbody>
</table></div>
<h2>${measure.seen}</h2>
<p>${measure.seenText} <a href="{{dashboard}}">${content.shell.dashboard}</a></p>`;
}

/** The form. Only the subject has a name, so nothing a visitor types ever stands in an address that is counted. */
export function contactPage(content) {
  const { contact, paths } = content;
  const topics = Object.entries(contact.topics).map(([value, label]) => `<option value="${value}">${label}</option>`);
  return `<div class="title">${illustration('letter')}<h1>${contact.title}</h1></div>
<p class="lead">${contact.lead}</p>
<div class="split">
<form class="card" action="${urlOf(paths.thanks)}" method="get">
<p><label for="topic">${contact.topic}</label><select id="topic" name="topic">${topics.join('')}</select></p>
<p><label for="message">${contact.message}</label><textarea id="message" rows="6" aria-describedby="note"></textarea></p>
<p class="quiet" id="note">${contact.note}</p>
<p><button class="button" type="submit">${contact.send}</button></p>
</form>
<section aria-labelledby="other"><h2 id="other">${contact.otherTitle}</h2><p>${contact.mail}</p><p>${contact.post}</p></section>
</div>`;
}

/** What the form leads to. */
export function thanksPage({ contact, paths }) {
  return `<h1>${contact.thanksTitle}</h1>
<p class="lead">${contact.thanks}</p>
<p><a class="button" href="${urlOf(paths.home)}">${contact.back}</a></p>`;
}

/** The application of one page; its script draws the view that the address names. */
export function explorerPage({ explorer, lang, paths }, { file }) {
  const root = urlOf(paths.explorer);
  const links = Object.entries(explorer.words.views).map(
    ([view, [slug, label]]) => `<li><a href="${root}${slug && `${slug}/`}" data-view="${view}">${label}</a></li>`,
  );
  const link = `<a href="/demo/data/${file}" download>${file}</a>`;
  return `<h1>${explorer.title}</h1>
<p class="lead">${fill(explorer.lead, { bikes: urlOf(paths.bikes) })}</p>
<nav class="tabs" aria-label="${explorer.views}"><ul>${links.join('')}</ul></nav>
<div class="stage card" id="explorer" data-file="/demo/data/${file}" data-lang="${lang}" data-words="${escapeHtml(JSON.stringify(explorer.words))}">
<noscript><p>${fill(explorer.script, { file: link })}</p></noscript>
</div>`;
}

function datasetCard(content, published, key) {
  const { datasets, paths } = content;
  const { lines, csv } = published[key];
  const item = datasets.items[key];
  const size = fill(datasets.size, { size: Math.ceil(csv.length / 1000) });
  return `<article class="card dataset">${illustration(key)}
<h2><a href="${urlOf(paths[key])}">${item.title}</a></h2>
<p>${item.description}</p>
<p class="quiet">CSV · ${fill(datasets.lines, { count: formatNumber(content, lines.length) })} · ${size} · ${item.rhythm}</p></article>`;
}

function stories(content, news, heading) {
  return Object.entries(news.items)
    .map(
      ([key, { title, date, teaser }]) => `<article class="story">
<${heading}><a href="${urlOf(content.paths[key])}">${title}</a></${heading}>
<p class="quiet">${time(content, date)}</p>
<p>${teaser}</p></article>`,
    )
    .join('\n');
}

function time({ locale }, date) {
  const words = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));
  return `<time datetime="${date}">${words}</time>`;
}
