/** The languages that the dashboard speaks. */
import type { Language } from '../api/server-state.ts';
import { en, type Texts } from './en.ts';
import { fr } from './fr.ts';

export const TEXTS: Readonly<Record<Language, Texts>> = { en, fr };
