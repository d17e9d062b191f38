/** What a browser has shown of the scripts. Written by `npm run prove`, never by hand. */
import type { Proof } from './facts.ts';

export const CLIENT_PROOFS: readonly Proof[] = [
  {
    ...{ rule: 'L-01', script: 's.js', result: 'pass' },
    sha256: 'afafeb994d5675238fd75bc1c050268dfb633bbdea19aa8cfad8e3a455acdc69',
  },
  {
    ...{ rule: 'L-02', script: 's.js', result: 'pass' },
    sha256: 'afafeb994d5675238fd75bc1c050268dfb633bbdea19aa8cfad8e3a455acdc69',
  },
  {
    ...{ rule: 'D-01', script: 's.js', result: 'pass' },
    sha256: 'afafeb994d5675238fd75bc1c050268dfb633bbdea19aa8cfad8e3a455acdc69',
  },
  {
    ...{ rule: 'D-01', script: 'choice.js', result: 'pass' },
    sha256: 'ec3ae58bde1578bb4ac6ce76c64fa229fbb63f440f7fecc3bf013051ce49d449',
  },
  {
    ...{ rule: 'D-03', script: 's.js', result: 'pass' },
    sha256: 'afafeb994d5675238fd75bc1c050268dfb633bbdea19aa8cfad8e3a455acdc69',
  },
  {
    ...{ rule: 'D-03', script: 'choice.js', result: 'pass' },
    sha256: 'ec3ae58bde1578bb4ac6ce76c64fa229fbb63f440f7fecc3bf013051ce49d449',
  },
  {
    ...{ rule: 'D-04', script: 's.js', result: 'pass' },
    sha256: 'afafeb994d5675238fd75bc1c050268dfb633bbdea19aa8cfad8e3a455acdc69',
  },
  {
    ...{ rule: 'D-05', script: 's.js', result: 'pass' },
    sha256: 'afafeb994d5675238fd75bc1c050268dfb633bbdea19aa8cfad8e3a455acdc69',
  },
  {
    ...{ rule: 'C-01', script: 's.js', result: 'pass' },
    sha256: 'afafeb994d5675238fd75bc1c050268dfb633bbdea19aa8cfad8e3a455acdc69',
  },
  {
    ...{ rule: 'C-01', script: 'choice.js', result: 'pass' },
    sha256: 'ec3ae58bde1578bb4ac6ce76c64fa229fbb63f440f7fecc3bf013051ce49d449',
  },
  {
    ...{ rule: 'C-02', script: 's.js', result: 'pass' },
    sha256: 'afafeb994d5675238fd75bc1c050268dfb633bbdea19aa8cfad8e3a455acdc69',
  },
  {
    ...{ rule: 'C-03', script: 's.js', result: 'pass' },
    sha256: 'afafeb994d5675238fd75bc1c050268dfb633bbdea19aa8cfad8e3a455acdc69',
  },
  {
    ...{ rule: 'C-03', script: 'choice.js', result: 'pass' },
    sha256: 'ec3ae58bde1578bb4ac6ce76c64fa229fbb63f440f7fecc3bf013051ce49d449',
  },
  {
    ...{ rule: 'C-04', script: 's.js', result: 'pass' },
    sha256: 'afafeb994d5675238fd75bc1c050268dfb633bbdea19aa8cfad8e3a455acdc69',
  },
  {
    ...{ rule: 'C-04', script: 'choice.js', result: 'pass' },
    sha256: 'ec3ae58bde1578bb4ac6ce76c64fa229fbb63f440f7fecc3bf013051ce49d449',
  },
  {
    ...{ rule: 'C-05', script: 's.js', result: 'pass' },
    sha256: 'afafeb994d5675238fd75bc1c050268dfb633bbdea19aa8cfad8e3a455acdc69',
  },
  {
    ...{ rule: 'C-05', script: 'choice.js', result: 'pass' },
    sha256: 'ec3ae58bde1578bb4ac6ce76c64fa229fbb63f440f7fecc3bf013051ce49d449',
  },
  {
    ...{ rule: 'C-06', script: 's.js', result: 'pass' },
    sha256: 'afafeb994d5675238fd75bc1c050268dfb633bbdea19aa8cfad8e3a455acdc69',
  },
  {
    ...{ rule: 'C-06', script: 'choice.js', result: 'pass' },
    sha256: 'ec3ae58bde1578bb4ac6ce76c64fa229fbb63f440f7fecc3bf013051ce49d449',
  },
  {
    ...{ rule: 'C-07', script: 's.js', result: 'pass' },
    sha256: 'afafeb994d5675238fd75bc1c050268dfb633bbdea19aa8cfad8e3a455acdc69',
  },
  {
    ...{ rule: 'C-07', script: 'choice.js', result: 'pass' },
    sha256: 'ec3ae58bde1578bb4ac6ce76c64fa229fbb63f440f7fecc3bf013051ce49d449',
  },
  {
    ...{ rule: 'C-10', script: 's.js', result: 'pass' },
    sha256: 'afafeb994d5675238fd75bc1c050268dfb633bbdea19aa8cfad8e3a455acdc69',
  },
  {
    ...{ rule: 'C-10', script: 'choice.js', result: 'pass' },
    sha256: 'ec3ae58bde1578bb4ac6ce76c64fa229fbb63f440f7fecc3bf013051ce49d449',
  },
  {
    ...{ rule: 'C-12', script: 's.js', result: 'pass' },
    sha256: 'afafeb994d5675238fd75bc1c050268dfb633bbdea19aa8cfad8e3a455acdc69',
  },
  {
    ...{ rule: 'C-12', script: 'choice.js', result: 'pass' },
    sha256: 'ec3ae58bde1578bb4ac6ce76c64fa229fbb63f440f7fecc3bf013051ce49d449',
  },
];
