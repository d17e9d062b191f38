/** All words of the back office itself, which come together with its pages. */
import { changes } from './changes.ts';
import { ending } from './ending.ts';
import { keys } from './keys.ts';
import { mails } from './mails.ts';
import { mistakes } from './mistakes.ts';
import { overview } from './overview.ts';
import { own } from './own.ts';
import { people } from './people.ts';
import { reset } from './reset.ts';
import { secondStep } from './second-step.ts';
import { sites } from './sites.ts';
import { webhooks } from './webhooks.ts';

export const office = {
  ...{ ...people, ...sites, ...ending, ...keys, ...changes, ...own, ...secondStep },
  ...{ ...reset, ...mails, ...webhooks, ...overview, ...mistakes },
};
