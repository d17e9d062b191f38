/** What the component asks of the service, with the identifier in the body of the message. */

export interface StoredVisit {
  started_at: string;
  pageviews: number;
  entry_page: string;
  events: { name: string; at: string; page: string }[];
}

/** The parts of the answer that are shown; the file has all of it. */
export interface Stored {
  known: boolean;
  consent_receipts: { action: string; minute: string }[];
  visits: StoredVisit[];
}

export interface RightsService {
  /** Everything that is stored. @throws when the service does not answer */
  access(id: string | undefined): Promise<Stored>;
  /** `consent` kept: only what is stored goes. @throws as `access` */
  erase(id: string, keepsConsent: boolean): Promise<void>;
  /** @throws as `access` */
  object(id: string | undefined): Promise<void>;
}

/** @param base address of the script: the service answers beside it */
export function createService(site: string, base: string): RightsService {
  const ask = async (path: string, fields: object): Promise<Response> => {
    const answer = await fetch(new URL(path, base), {
      method: 'POST',
      body: JSON.stringify({ d: site, ...fields }),
      // Under the site's own host an identifier that scripts cannot read goes along, and the mark comes back.
      credentials: 'same-origin',
    });
    if (!answer.ok) throw new Error(String(answer.status));
    return answer;
  };
  return {
    access: async (id) => (await ask('a', { id })).json(),
    erase: async (id, keepsConsent) => void (await ask('f', { id, c: keepsConsent ? 'granted' : undefined })),
    object: async (id) => void (await ask('o', { id })),
  };
}
