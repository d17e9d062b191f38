/** The mark of an objection to being counted: its visitor asked for it, and it is the same for everybody. */
import { cookie } from './cookies.ts';

export const OBJECTION = 'passant_optout';

export const hasObjected = (): boolean => cookie(OBJECTION) === '1';
