/** Entry of the composed script: reads its own tag and hands the page its calls. */
import { installApi } from './api.ts';
import { configure } from './settings.ts';

/** Stands for the features that the server joins in. */
declare const startFeatures: () => void;

// A script in a shadow tree, or loaded as a module, does not know itself; any element may carry its attributes then.
const tag = (document.currentScript ?? document.querySelector('[data-site]')) as HTMLScriptElement | null;
if (tag) {
  configure(tag.dataset, tag.src);
  installApi(() => startFeatures());
}
