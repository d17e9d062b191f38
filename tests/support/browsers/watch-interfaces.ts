/** Runs inside a page, before its other scripts: notes every use of an interface that stores on the device or recognises it. */

declare global {
  interface Window {
    /** What has been used since the page began, in order. */
    touched: string[];
  }
}

/** Its text is served to pages as a script of their own, so it works in every engine and may use nothing from outside. */
export function watchInterfaces(): void {
  window.touched = [];
  const note = (label: string) => window.touched.push(label);
  const reach = (name: string): object | undefined => (globalThis as unknown as Record<string, object>)[name];
  const told = (original: unknown, label: (first: unknown) => string) =>
    typeof original === 'function'
      ? function (this: unknown, ...args: unknown[]) {
          note(label(args[0]));
          return original.apply(this, args);
        }
      : undefined;
  /** Watches one property where it is really defined: reading and writing of a value, calls of a method. */
  const watch = (start: object | undefined, name: string, label: string): void => {
    let owner = start;
    while (owner && !Object.hasOwn(owner, name)) owner = Object.getPrototypeOf(owner) as object;
    const old = owner && Object.getOwnPropertyDescriptor(owner, name);
    if (!owner || !old?.configurable) return;
    if (typeof old.value === 'function')
      Object.defineProperty(owner, name, { ...old, value: told(old.value, () => label) });
    else if (old.get)
      Object.defineProperty(owner, name, {
        ...old,
        get: told(old.get, () => label) as () => unknown,
        set: told(old.set, () => `write ${label}`) as (value: unknown) => void,
      });
  };
  /** Watches everything that objects of a kind have, but some names. */
  const watchAll = (kind: string, label: string, except: readonly string[] = []): void => {
    const prototype = (reach(kind) as { prototype?: object } | undefined)?.prototype;
    for (const name of Object.getOwnPropertyNames(prototype ?? {}))
      if (name !== 'constructor' && !except.includes(name)) watch(prototype, name, `${label}.${name}`);
  };
  /** Watches the making, and the calling, of objects of a kind. */
  const watchMaking = (home: object, kind: string, label: string): void => {
    const original = (home as Record<string, unknown>)[kind];
    if (typeof original !== 'function') return;
    const proxy = new Proxy(original, {
      construct(target, args, made) {
        note(label);
        return Reflect.construct(target, args, made) as object;
      },
      apply(target, self, args) {
        note(label);
        return Reflect.apply(target, self, args) as unknown;
      },
    });
    Object.defineProperty(home, kind, { value: proxy, configurable: true, writable: true });
  };

  // Before the document's cookie, which tells writing with the name of the cookie.
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
  Object.defineProperty(Document.prototype, 'cookie', {
    configurable: true,
    get: told(cookie?.get, () => 'cookie') as () => unknown,
    set: told(cookie?.set, (text) => `write cookie ${String(text).split('=')[0]}`) as (text: unknown) => void,
  });
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore', 'name'])
    watch(window, name, name);
  for (const name of [
    'devicePixelRatio',
    'outerWidth',
    'outerHeight',
    'screenX',
    'screenY',
    'visualViewport',
    'screen',
  ])
    watch(window, name, name);
  for (const name of ['speechSynthesis', 'matchMedia', 'getComputedStyle', 'queryLocalFonts'])
    watch(window, name, name);
  for (const kind of [
    'Storage',
    'IDBFactory',
    'CacheStorage',
    'CookieStore',
    'StorageManager',
    'ServiceWorkerContainer',
  ])
    watchAll(kind, kind);
  watchAll('Navigator', 'navigator');
  watchAll('Screen', 'screen');
  watchAll('Performance', 'performance', ['now', 'mark', 'measure', 'addEventListener']);
  for (const name of ['fonts', 'requestStorageAccess', 'hasStorageAccess', 'browsingTopics'])
    watch(Document.prototype, name, `document.${name}`);
  for (const name of ['getContext', 'toDataURL', 'toBlob']) watch(HTMLCanvasElement.prototype, name, `canvas.${name}`);
  for (const name of ['getImageData', 'measureText']) watch(CanvasRenderingContext2D.prototype, name, `canvas.${name}`);
  for (const kind of ['WebGLRenderingContext', 'WebGL2RenderingContext'])
    for (const name of ['getParameter', 'getSupportedExtensions', 'getShaderPrecisionFormat'])
      watch((reach(kind) as { prototype?: object } | undefined)?.prototype, name, `webgl.${name}`);
  for (const kind of ['OffscreenCanvas', 'AudioContext', 'OfflineAudioContext', 'RTCPeerConnection', 'FontFace'])
    watchMaking(window, kind, kind);
  for (const kind of ['Worker', 'SharedWorker', 'BroadcastChannel', 'PerformanceObserver', 'XMLHttpRequest', 'Image'])
    watchMaking(window, kind, kind);
  watchMaking(Intl, 'DateTimeFormat', 'time zone');
  for (const name of ['getTimezoneOffset', 'toLocaleString', 'toLocaleDateString', 'toLocaleTimeString'])
    watch(Date.prototype, name, 'time zone');
  for (const name of ['offsetWidth', 'offsetHeight']) watch(HTMLElement.prototype, name, `element.${name}`);
  for (const name of ['getBoundingClientRect', 'getClientRects']) watch(Element.prototype, name, `element.${name}`);
  // A validator or a cached answer recognises a browser too: nothing is asked of the cache, no header is sent or read.
  const { fetch } = window;
  window.fetch = (address, options) => {
    if (options?.headers || options?.cache || options?.method !== 'POST') note('fetch of what may be cached');
    return fetch(address, options);
  };
  watchAll('Headers', 'headers');
  const { createElement } = Document.prototype;
  Document.prototype.createElement = function (this: Document, name: string, options?: ElementCreationOptions) {
    if (/^(img|iframe|script|link|object|embed|canvas|audio|video)$/i.test(name)) note(`element ${name}`);
    return createElement.call(this, name, options);
  } as typeof createElement;
}

/** Uses what a page of bad manners would use, to show that the watch sees it. Runs inside a page. */
export function touchEverything(): void {
  const view = window as unknown as Record<string, (() => unknown) | undefined>;
  const device = navigator as unknown as Record<string, unknown>;
  // biome-ignore lint/suspicious/noDocumentCookie: it is what is watched.
  document.cookie = 'mark=1';
  localStorage.setItem('mark', '1');
  sessionStorage.getItem('mark');
  indexedDB.open('mark');
  void caches?.keys();
  void view.cookieStore;
  window.name = 'mark';
  for (const name of ['userAgent', 'language', 'plugins', 'hardwareConcurrency', 'storage', 'serviceWorker'])
    void device[name];
  void screen.width;
  const canvas = document.createElement('canvas');
  canvas.getContext('2d')?.getImageData(0, 0, 1, 1);
  canvas.toDataURL();
  new OffscreenCanvas(1, 1);
  void new OfflineAudioContext(1, 1, 8000);
  void document.fonts;
  matchMedia('(prefers-color-scheme: dark)');
  new Intl.DateTimeFormat().resolvedOptions();
  new Date().getTimezoneOffset();
  performance.getEntriesByType('resource');
  document.body.getBoundingClientRect();
  void fetch('/', { headers: { 'if-none-match': '"mark"' } }).then(({ headers }) => headers.get('etag'));
}
