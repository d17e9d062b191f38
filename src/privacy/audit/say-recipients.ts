/** Who gets to know something beside the people of the back office, in the words of the record of processing. */
import { say, type Words } from './words.ts';

/** Hosts that the operator, or an admin of the site, has named. */
export interface Recipients {
  /** To which mails are given; null: nothing is mailed. */
  mailServer: string | null;
  /** With which people of the back office may sign in; null for none. */
  signInProvider: string | null;
  /** Where alerts of the site are told. */
  webhooks: readonly string[];
}

/** Figures are what leaves: no event and no identifier is ever mailed or told. */
export function sayRecipients({ mailServer, signInProvider, webhooks }: Recipients): Words {
  const sentences = [
    say(
      'People of the back office and holders of API keys.',
      'Personnes de l’administration et titulaires de clés d’API.',
    ),
    mailServer !== null &&
      say(
        `Figures in reports and alerts, and the addresses of people of the back office: the mail server ${mailServer}.`,
        `Chiffres des rapports et des alertes, et adresses des personnes de l’administration : le serveur de messagerie ${mailServer}.`,
      ),
    webhooks.length > 0 &&
      say(
        `Figures in alerts: the webhooks at ${webhooks.join(', ')}.`,
        `Chiffres des alertes : les webhooks de ${webhooks.join(', ')}.`,
      ),
    signInProvider !== null &&
      say(
        `Who of the back office signs in, and when: the OpenID Connect provider ${signInProvider}.`,
        `Qui se connecte à l’administration, et quand : le fournisseur OpenID Connect ${signInProvider}.`,
      ),
    mailServer === null && webhooks.length === 0 && signInProvider === null
      ? say('Nobody else; the service sends nothing.', 'Personne d’autre ; le service n’envoie rien.')
      : say(
          'Nobody else; no event and no identifier of a visitor is sent to anybody.',
          'Personne d’autre ; aucun événement ni identifiant de visiteur n’est envoyé à qui que ce soit.',
        ),
  ].filter((each) => each !== false);
  return { en: sentences.map(({ en }) => en).join(' '), fr: sentences.map(({ fr }) => fr).join(' ') };
}
