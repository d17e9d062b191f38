/** The few globals that the client's small modules touch, for tests without a browser. */

export interface FakePage {
  /** Name -> raw value, as the browser would keep them. */
  cookies: Map<string, string>;
  /** Every assignment to `document.cookie`, attributes included. */
  writes: string[];
  /** How often cookies were read. */
  reads: number;
  /** Puts the real globals back. */
  restore(): void;
}

export interface PageOptions {
  protocol?: string;
  foreign?: boolean;
  blocked?: boolean;
  signal?: boolean;
  touched?: boolean | undefined;
}

/**
 * Installs a page that its visitor has `touched` or not, where the browser tells; `foreign` frames throw when `top.document` is reached for, as browsers do; one whose cookies are `blocked`
 * keeps none and says nothing of it.
 */
export function fakePage({
  protocol = 'https:',
  foreign = false,
  blocked = false,
  signal = false,
  touched,
}: PageOptions = {}): FakePage {
  const cookies = new Map<string, string>();
  const writes: string[] = [];
  const document = {
    referrer: '',
    get cookie() {
      page.reads++;
      return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    },
    set cookie(text: string) {
      writes.push(text);
      const [pair = ''] = text.split(';');
      const name = pair.slice(0, pair.indexOf('='));
      if (/Max-Age=0\b/.test(text)) cookies.delete(name);
      else if (!blocked) cookies.set(name, pair.slice(name.length + 1));
    },
  };
  const top = {
    get document() {
      if (foreign) throw new DOMException('Blocked a frame of another origin', 'SecurityError');
      return document;
    },
  };
  const before = Object.getOwnPropertyDescriptors(globalThis);
  const location = { protocol, href: `${protocol}//www.example.org/a?b`, hostname: 'www.example.org' };
  const userActivation = touched === undefined ? undefined : { hasBeenActive: touched };
  const navigator = { globalPrivacyControl: signal, userActivation };
  const globals = { document, top, location, navigator };
  for (const [name, value] of Object.entries(globals)) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  const page: FakePage = {
    cookies,
    writes,
    reads: 0,
    restore() {
      for (const name of Object.keys(globals) as (keyof typeof globals)[]) {
        const old = before[name];
        if (old) Object.defineProperty(globalThis, name, old);
        else Reflect.deleteProperty(globalThis, name);
      }
    },
  };
  return page;
}
