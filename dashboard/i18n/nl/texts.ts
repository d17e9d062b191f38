/** The dashboard's words in Dutch. */
import type { Texts } from '../en/texts.ts';
import { asking } from './asking.ts';
import { chart } from './chart.ts';
import { consent } from './consent.ts';
import { explain } from './explain.ts';
import { frame } from './frame.ts';
import { headline } from './headline.ts';
import { lists } from './lists.ts';
import { panels } from './panels.ts';
import { quality } from './quality.ts';
import { sharing } from './sharing.ts';

export const texts: Texts = {
  ...frame,
  ...asking,
  ...headline,
  ...chart,
  ...consent,
  ...explain,
  ...panels,
  ...lists,
  ...quality,
  ...sharing,
};
