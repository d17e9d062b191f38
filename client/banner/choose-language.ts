/** Entry of plain `choice.js`: fetches the banner in the language of the page, with every attribute of its own tag. */
import { safely } from '../consent/browser.ts';

safely(() => {
  const tag = document.currentScript as HTMLScriptElement;
  const script = document.createElement('script');
  for (const { name, value } of tag.attributes) script.setAttribute(name, value);
  script.nonce = tag.nonce;
  const address = new URL(tag.src);
  address.searchParams.set('lang', tag.dataset.lang || document.documentElement.lang);
  script.src = address.href;
  // Checked against the bytes of this script, not against those of the next one.
  script.removeAttribute('integrity');
  document.head.append(script);
})();
