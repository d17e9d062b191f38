/** Every tool that an adapter is tested with, in one list: a new one gets all scenarios. */
import type { Tool } from './tool.ts';
import { tool as axeptio } from './tools/axeptio.ts';
import { tool as complianz } from './tools/complianz.ts';
import { tool as consentmanager } from './tools/consentmanager.ts';
import { tool as consentmode } from './tools/consentmode.ts';
import { tool as cookiePattern } from './tools/cookie-pattern.ts';
import { tool as cookiebot } from './tools/cookiebot.ts';
import { bundled, tool as cookieconsent } from './tools/cookieconsent.ts';
import { tool as cookieyes } from './tools/cookieyes.ts';
import { tool as didomi } from './tools/didomi.ts';
import { tool as gpp, literal } from './tools/gpp.ts';
import { tool as iubenda } from './tools/iubenda.ts';
import { tool as klaro } from './tools/klaro.ts';
import { tool as onetrust } from './tools/onetrust.ts';
import { tool as opendatasoft } from './tools/opendatasoft.ts';
import { tool as tarteaucitron } from './tools/tarteaucitron.ts';
import { tool as tcf } from './tools/tcf.ts';
import { tool as usercentrics } from './tools/usercentrics.ts';
import { tool as usercentrics2 } from './tools/usercentrics-2.ts';
import { tool as wpconsent } from './tools/wpconsent.ts';

export const TOOLS: readonly (Tool & { name: string })[] = Object.entries({
  axeptio,
  complianz,
  consentmanager,
  consentmode,
  'cookie-pattern': cookiePattern,
  cookiebot,
  cookieconsent,
  'cookieconsent in a bundle': bundled,
  cookieyes,
  didomi,
  gpp,
  'gpp by the letter': literal,
  iubenda,
  klaro,
  onetrust,
  opendatasoft,
  tarteaucitron,
  tcf,
  'usercentrics-2': usercentrics2,
  usercentrics,
  wpconsent,
}).map(([name, tool]) => ({ ...tool, name }));
