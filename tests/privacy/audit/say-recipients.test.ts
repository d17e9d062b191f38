/** Who gets to know something, in the record of processing. */
import { describe, expect, it } from '@jest/globals';
import { sayRecipients } from '../../../src/privacy/audit/say-recipients.ts';

const NOBODY = { mailServer: null, signInProvider: null, webhooks: [] };

describe('the recipients', () => {
  it.each([
    [{ mailServer: 'mail.example.net' }, ['serveur de messagerie mail.example.net']],
    [{ signInProvider: 'id.example.com' }, ['fournisseur OpenID Connect id.example.com']],
    [{ webhooks: ['a.example', 'b.example:8443'] }, ['webhooks de a.example, b.example:8443']],
    [{ mailServer: 'a.example', signInProvider: 'b.example' }, ['messagerie a.example', 'OpenID Connect b.example']],
  ])('are those of %j, and nobody else', (known, named) => {
    const { en, fr } = sayRecipients({ ...NOBODY, ...known });
    for (const each of named) expect(fr).toContain(each);
    for (const host of Object.values(known).flat()) expect(en).toContain(host);
    expect([fr.match(/messagerie|webhooks|OpenID/g)?.length, /n’envoie rien/.test(fr)]).toEqual([named.length, false]);
    expect(fr).not.toMatch(/ [:;!?]/);
  });

  it('are nobody outside where nobody was named', () => {
    expect(sayRecipients(NOBODY)).toEqual({
      en: 'People of the back office and holders of API keys. Nobody else; the service sends nothing.',
      fr: 'Personnes de l’administration et titulaires de clés d’API. Personne d’autre\u202f; le service n’envoie rien.',
    });
  });
});
