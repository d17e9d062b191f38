/** The letters about accounts: an invitation, and the link for a new password. */
import type { Letter } from './compose-mail.ts';
import type { MailLanguage } from './ports.ts';
import { de } from './words/de.ts';
import { en, type LetterWords } from './words/en.ts';
import { es } from './words/es.ts';
import { fr } from './words/fr.ts';
import { it } from './words/it.ts';
import { nl } from './words/nl.ts';

const WORDS: Readonly<Record<MailLanguage, LetterWords>> = { en, fr, de, es, it, nl };

export interface InvitationFacts {
  /** Of the public address. */
  host: string;
  url: string;
  invitedBy: string | null;
}

export function writeInvitation({ host, url, invitedBy }: InvitationFacts, language: MailLanguage): Letter {
  const words = WORDS[language].invitation;
  return {
    ...{ subject: words.subject(host), language },
    parts: [
      { kind: 'text', text: words.intro(host) },
      { kind: 'link', text: words.link, url },
      { kind: 'text', text: words.until },
      ...(invitedBy === null ? [] : [{ kind: 'small', text: words.by(invitedBy) } as const]),
    ],
  };
}

export function writeReset(facts: { host: string; url: string; email: string }, language: MailLanguage): Letter {
  const words = WORDS[language].reset;
  return {
    ...{ subject: words.subject(facts.host), language },
    parts: [
      { kind: 'text', text: words.intro(facts.email) },
      { kind: 'link', text: words.link, url: facts.url },
      { kind: 'text', text: words.until },
      { kind: 'small', text: words.otherwise },
    ],
  };
}
