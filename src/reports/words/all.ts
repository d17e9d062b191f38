/** The words of reports by language. */
import type { MailLanguage } from '../../mail/ports.ts';
import { de } from './de.ts';
import { en, type ReportWords } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { nl } from './nl.ts';

export const REPORT_WORDS: Readonly<Record<MailLanguage, ReportWords>> = { en, fr, de, es, it, nl };
