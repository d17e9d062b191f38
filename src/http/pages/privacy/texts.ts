/** The words of the page about the visitor's rights. `{site}` stands for the site's name, `{place}` for the country it names. */
import type { AnonymousLevel } from '../../../domain/levels.ts';
import type { OnRefusal, Profile, SignalPolicy } from '../../../domain/site.ts';
import type { PageLanguage } from '../say-words.ts';
import { en } from './texts-en.ts';
import { fr } from './texts-fr.ts';

export type NoticeName =
  | 'objected'
  | 'counted'
  | 'withdrawn'
  | 'withdrawnPasted'
  | 'erased'
  | 'erasedPasted'
  | 'nothing'
  | 'nobody'
  | 'invalid';

interface Right {
  name: string;
  text: string;
  button: string;
}

export interface PrivacyTexts {
  title: string;
  lead: string;
  charter: string;
  notices: Readonly<Record<NoticeName, string>>;
  rights: {
    title: string;
    known: string;
    pasted: string;
    unknown: string;
    unknownElsewhere: string;
    objected: string;
    counted: string;
    paste: { open: string; label: string; help: string };
    see: Right;
    download: Right;
    withdraw: Right;
    erase: Right & { sure: string; really: string };
    object: Right;
    again: Right;
    foreign: string;
    sameDomain: string;
  };
  found: {
    title: string;
    nothing: string;
    summary: (visits: number, pages: number) => string;
    receipts: string;
    actions: Readonly<Record<'accepted' | 'withdrawn', string>>;
    textVersion: string;
    visits: string;
    newest: (count: number) => string;
    pages: (count: number) => string;
    events: Readonly<Record<'pageview' | 'engagement', string>>;
    seconds: (count: string) => string;
    facts: Readonly<Record<'source' | 'place' | 'technology' | 'language', string>>;
    incomplete: string;
  };
  measured: {
    title: string;
    purpose: string;
    everybody: string;
    all: readonly string[];
    extra: Readonly<Record<Profile, readonly string[]>>;
    levels: Readonly<Record<AnonymousLevel, string>>;
    consent: string;
    consented: readonly string[];
    nobodyAsked: string;
    dateFlag: string;
    refusal: Readonly<Record<OnRefusal, string>>;
    signals: Readonly<Record<SignalPolicy, string>>;
    never: string;
    nevers: readonly string[];
  };
  basis: {
    title: string;
    consent: string;
    anonymous: string;
    device: string;
    exemption: { FR: string; other: string };
    dateFlag: { exempt: string; GB: string; other: string };
    elsewhere: string;
    unstated: string;
    caution: string;
  };
  kept: {
    title: string;
    events: (months: number) => string;
    forGood: string;
    identifier: string;
    receipts: string;
    memory: string;
  };
  who: {
    title: string;
    controller: string;
    noController: string;
    contact: string;
    noContact: string;
    hosting: string;
    noHosting: string;
    recipients: string;
    nobodyElse: string;
    authority: string;
    anyAuthority: string;
    answer: string;
  };
}

export function privacyTexts(language: PageLanguage): PrivacyTexts {
  return language === 'fr' ? fr : en;
}
