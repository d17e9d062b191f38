/** Pages that the engines visit, and the scripts that such pages have of their own. */
import { SCRIPT_FEATURES } from '../../../src/domain/site.ts';
import type { Content } from './recorded-site.ts';
import { watchInterfaces } from './watch-interfaces.ts';

declare global {
  interface Window {
    /** What was thrown into the page, and every breach of its policy. */
    faults: string[];
    /** What observers of slowness have seen. */
    slowed: PerformanceEntry[];
  }
}

/** Anything thrown into a page and every breach of its policy; the collector gets it as a message named so. */
const watchFaults = () => {
  window.faults = [];
  const report = (message: string) => {
    window.faults.push(message);
    navigator.sendBeacon('/count/fault', JSON.stringify({ n: 'fault', message }));
  };
  addEventListener('error', ({ message }) => report(message));
  addEventListener('unhandledrejection', ({ reason }) => report(String(reason)));
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    report(`${violatedDirective} ${blockedURI}`),
  );
};

/** What Turbo does: fetches the next page, takes its body, and runs again the scripts that are in there. */
const swapBodies = () => {
  const show = async (address: string) => {
    const page = new DOMParser().parseFromString(await (await fetch(address)).text(), 'text/html');
    document.documentElement.replaceChild(document.adoptNode(page.body), document.body);
    // A script of a parsed page does not run; one that is made anew does.
    for (const old of document.body.querySelectorAll('script')) {
      const script = document.createElement('script');
      for (const { name, value } of old.attributes) script.setAttribute(name, value);
      old.replaceWith(script);
    }
  };
  addEventListener('popstate', () => void show(location.href));
  addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-swap]');
    if (!link) return;
    event.preventDefault();
    history.pushState({ turbo: true }, '', link.href);
    void show(link.href);
  });
};

/** The stub that the documentation gives, for calls made before the script is there. */
const STUB = 'window.passant=window.passant||function(){(passant.q=passant.q||[]).push(arguments)};';
/** Keeps the page busy and pushes its content about, to show that the observers see who does so. */
const behaveBadly = () => {
  const end = performance.now() + 120;
  while (performance.now() < end);
  const box = document.createElement('div');
  box.style.height = '200px';
  document.body.prepend(box);
};

/** By path. */
export const PAGE_SCRIPTS: Readonly<Record<string, string>> = {
  '/faults.js': `(${watchFaults})()`,
  '/watch.js': `(${watchInterfaces})()`,
  '/swap.js': `(${swapBodies})()`,
  '/bad.js': `(${behaveBadly})()`,
  '/stub.js': STUB,
  '/works.js': "document.title = 'works'; passant('Late');",
};

/** The tracker with every feature. */
export const EVERYTHING = `/count/s.js?with=${[...SCRIPT_FEATURES].join()}`;

export const tagOf = (address: string, attributes = 'defer') => `<script ${attributes} src="${address}"></script>`;
/** @param body behind the heading, which is there to be clicked */
export const pageOf = (body: string, scripts = tagOf(EVERYTHING)) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>${tagOf('/faults.js', '')}${scripts}</head>
<body><h1>A page</h1>${body}</body></html>`;
/** A page that is answered in a way of its own. */
export const withHeaders =
  (status: number, headers: Record<string, string>, text: string): Content =>
  (_request, response) =>
    response.writeHead(status, { 'content-type': 'text/html', ...headers }).end(text);
