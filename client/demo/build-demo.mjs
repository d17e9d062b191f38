/** Writes the demo site: a bilingual open-data portal of a made-up city, for newcomers to see their own visit arrive. */
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { en } from './content/en.mjs';
import { fr } from './content/fr.mjs';
import { DATASETS, toCsv } from './data.mjs';
import { renderLanding, renderPage } from './layout.mjs';
import {
  articlePage,
  contactPage,
  datasetPage,
  datasetsPage,
  explorerPage,
  homePage,
  measurePage,
  newsPage,
  thanksPage,
} from './pages.mjs';

/**
 * Writes every page and file into `outDir`. Pages hold `{{prefix}}` and `{{dashboard}}`, which whoever serves them fills in;
 * any address under `en/explorer/` and `fr/explorer/` is to be answered with that folder's page.
 * @param {string} outDir created when absent
 */
export async function buildDemo(outDir) {
  const published = publish();
  const pages = [
    ['index.html', renderLanding([en, fr])],
    ...pagesOf(en, fr, published),
    ...pagesOf(fr, en, published),
    ...Object.values(published).map(({ file, csv }) => [`data/${file}`, csv]),
  ];
  await cp(join(import.meta.dirname, 'static'), outDir, { recursive: true });
  await Promise.all(
    pages.map(async ([name, text]) => {
      const target = join(outDir, name);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, text);
    }),
  );
}

/** Every dataset with its lines, its file's text and the one figure that the front page shows. */
function publish() {
  const sum = (lines, column) => lines.reduce((total, line) => total + Number(line[column]), 0);
  const headlines = {
    bikes: (lines) => sum(lines, 2),
    river: (lines) => Math.max(...lines.map(([, height]) => height)),
    trees: (lines) => sum(lines, 2),
    loans: (lines) => sum(lines, 2),
  };
  return Object.fromEntries(
    Object.entries(DATASETS).map(([key, { file, columns, lines: make }]) => {
      const lines = make();
      return [key, { file, columns, lines, csv: toCsv(columns, lines), headline: headlines[key](lines) }];
    }),
  );
}

function pagesOf(content, other, published) {
  const { datasets, news, contact } = content;
  const page = (key, words, body, more = {}) => [
    `${content.paths[key]}index.html`,
    renderPage(content, other, { key, title: words.title, description: words.description, body, ...more }),
  ];
  return [
    page('home', content.home, homePage(content, published)),
    page('datasets', datasets, datasetsPage(content, published)),
    ...Object.keys(published).map((key) =>
      page(key, datasets.items[key], datasetPage(content, published, key), {
        trail: ['datasets'],
        className: 'dataset-page',
      }),
    ),
    page('news', news, newsPage(content)),
    ...Object.entries(news.items).map(([key, { title, teaser }]) =>
      page(key, { title, description: teaser }, articlePage(content, key), { trail: ['news'] }),
    ),
    page('explorer', content.explorer, explorerPage(content, published.bikes), {
      scripts: '\n<script type="module" src="/demo/explorer.js"></script>',
    }),
    page('measure', content.measure, measurePage(content)),
    page('contact', contact, contactPage(content)),
    page('thanks', { title: contact.thanksTitle, description: contact.thanksDescription }, thanksPage(content), {
      trail: ['contact'],
    }),
  ];
}
