/** Runs inside a page, before its scripts: notes every use of an interface that stores or recognises. */

/** As pages see it; the calls of the contract. */
interface Passant {
  (name: string, details?: object): void;
  consent(choice?: string): string;
  forget(): void;
}
declare global {
  interface Window {
    passant: Passant;
    touched: string[];
  }
}

/** For `addInitScript`: what is used afterwards stands in `touched`. Reading the choice is the one thing that is not noted. */
export function watchDevice(): void {
  window.touched = [];
  const note = (target: object, name: string, label: string): void => {
    const old = Object.getOwnPropertyDescriptor(target, name);
    if (!old) return;
    const told = (original: unknown) =>
      typeof original === 'function'
        ? function (this: unknown, ...args: unknown[]) {
            window.touched.push(label);
            return original.apply(this, args);
          }
        : undefined;
    const { value, get, set } = old;
    if (typeof value === 'function') Object.defineProperty(target, name, { ...old, value: told(value) });
    else
      Object.defineProperty(target, name, {
        configurable: true,
        get: told(get) as () => unknown,
        set: told(set) as () => void,
      });
  };
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
  Object.defineProperty(Document.prototype, 'cookie', {
    configurable: true,
    get: () => cookie?.get?.call(document),
    set(text) {
      window.touched.push('write cookie');
      cookie?.set?.call(document, text);
    },
  });
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'screen', 'devicePixelRatio'])
    note(window, name, name);
  for (const name of [
    'userAgent',
    'plugins',
    'mimeTypes',
    'languages',
    'language',
    'hardwareConcurrency',
    'deviceMemory',
    'serviceWorker',
    'userAgentData',
  ])
    note(Navigator.prototype, name, name);
  note(HTMLCanvasElement.prototype, 'getContext', 'canvas');
  note(Date.prototype, 'getTimezoneOffset', 'time zone');
}
