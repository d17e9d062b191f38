/** The letter of an alert: what is unusual, beside what is usual, and what explains most of it. */
import type { Letter } from '../../mail/compose-mail.ts';
import { formatCount, formatHour, formatPercent } from '../../mail/format.ts';
import type { MailLanguage } from '../../mail/ports.ts';
import { DIRECT } from '../../stats/dimensions.ts';
import { REPORT_WORDS } from '../words/all.ts';
import type { Alert } from './find-alerts.ts';
import { CONSENT_DAYS } from './rules.ts';
import { de } from './words/de.ts';
import { type AlertWords, en } from './words/en.ts';
import { es } from './words/es.ts';
import { fr } from './words/fr.ts';
import { it } from './words/it.ts';
import { nl } from './words/nl.ts';

const WORDS: Readonly<Record<MailLanguage, AlertWords>> = { en, fr, de, es, it, nl };

export interface AlertFacts {
  alert: Alert;
  /** Domain. */
  site: string;
  timezone: string;
  /** Of the public address. */
  host: string;
  dashboardUrl: string;
  unsubscribeUrl: string;
}

export function writeAlert(facts: AlertFacts, language: MailLanguage): Letter {
  const { alert, site, host, dashboardUrl, unsubscribeUrl } = facts;
  const usual = REPORT_WORDS[language];
  return {
    ...{ subject: WORDS[language].subjects[alert.kind](site), language, unsubscribeUrl },
    parts: [
      ...sayAlert(facts, language).map((text) => ({ kind: 'text', text }) as const),
      { kind: 'link', text: usual.open, url: dashboardUrl },
      { kind: 'small', text: usual.why(host) },
      { kind: 'link', text: usual.stop, url: unsubscribeUrl },
    ],
  };
}

function sayAlert({ alert, timezone }: AlertFacts, language: MailLanguage): string[] {
  const words = WORDS[language];
  const { kind, startsAt, now, usual, cause } = alert;
  const [count, when] = [(value: number) => formatCount(value, language), formatHour(startsAt, timezone, language)];
  const percent = (value: number) => formatPercent(value, language);
  if (kind === 'consent') return [words.rate(count(CONSENT_DAYS), percent(now), percent(usual))];
  if (kind === 'silence') return [words.quiet(when, count(usual))];
  const value = cause?.value === DIRECT ? REPORT_WORDS[language].direct : (cause?.value ?? '');
  return [
    words.hour(when, count(now), count(usual)),
    cause === null ? words.causes.none : words.causes[cause.dimension](percent(cause.share), value),
  ];
}
