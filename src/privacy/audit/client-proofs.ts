/** What a browser has shown of the scripts, and of which forms of the tracker. Written by `npm run prove`, never by hand. */
import type { Proof } from './facts.ts';

const SHOWN: readonly { script: string; result: Proof['result']; rules: string; sha256: string }[] = [
  {
    ...{ script: 's.js', result: 'pass', rules: 'L-01 L-02 D-01 D-03 D-04 D-05 C-01 C-02 C-12' },
    sha256: '92f7179ba7a64f4a631064afe5cf19cc97f8943b72ba2bb40f38ddb96af7bed5',
  },
  {
    ...{ script: 'choice.js', result: 'pass', rules: 'D-01 D-03 C-01 C-12' },
    sha256: 'ea9a49354cedd5a602e224f5d3531f7b7bf1bbe8a135c375a6cf79eba791e0fa',
  },
  {
    ...{ script: 'choice.en.js', result: 'pass', rules: 'D-01 D-03 C-01 C-12' },
    sha256: '99db6967e8c5ac3004e1ce80a32ba031f7cf23cc12a6184b3fca74f2de1dc7ae',
  },
  {
    ...{ script: 's.js', result: 'fail', rules: 'C-03' },
    sha256: '92f7179ba7a64f4a631064afe5cf19cc97f8943b72ba2bb40f38ddb96af7bed5',
  },
  {
    ...{ script: 'choice.js', result: 'fail', rules: 'C-03 C-04 C-05 C-06 C-07 C-10' },
    sha256: 'ea9a49354cedd5a602e224f5d3531f7b7bf1bbe8a135c375a6cf79eba791e0fa',
  },
  {
    ...{ script: 'choice.en.js', result: 'fail', rules: 'C-03 C-04 C-05 C-06 C-07 C-10' },
    sha256: '99db6967e8c5ac3004e1ce80a32ba031f7cf23cc12a6184b3fca74f2de1dc7ae',
  },
  {
    ...{ script: 's.js', result: 'pass', rules: 'L-01 L-02 D-01 D-03 D-04 D-05 C-01 C-02 C-12' },
    sha256: 'f370dfd6137c83c1e46d9fc7aee893201afe879f17b094ff5f2ced6f088badbb',
  },
  {
    ...{ script: 's.js', result: 'fail', rules: 'C-03' },
    sha256: 'f370dfd6137c83c1e46d9fc7aee893201afe879f17b094ff5f2ced6f088badbb',
  },
  {
    ...{ script: 's.js', result: 'pass', rules: 'L-01 L-02 D-01 D-03 D-04 D-05 C-01 C-02 C-12' },
    sha256: 'ea3232743cc3539b6cb8f8a6f3f42675b6db180b167aa0a38674f0a46e440adc',
  },
  {
    ...{ script: 's.js', result: 'fail', rules: 'C-03' },
    sha256: 'ea3232743cc3539b6cb8f8a6f3f42675b6db180b167aa0a38674f0a46e440adc',
  },
  {
    ...{ script: 's.js', result: 'pass', rules: 'L-01 L-02 D-01 D-03 D-04 D-05 C-01 C-02 C-12' },
    sha256: 'cee6869df934a5ff0c518720f00900f7cbe6cb7fd0b8d6b48e864c2c317d8cba',
  },
  {
    ...{ script: 's.js', result: 'fail', rules: 'C-03' },
    sha256: 'cee6869df934a5ff0c518720f00900f7cbe6cb7fd0b8d6b48e864c2c317d8cba',
  },
  {
    ...{ script: 's.js', result: 'pass', rules: 'D-01 D-03 C-01 C-02 C-12' },
    sha256: '27105493eb22b7c2de39b1e604d5d0f6f6a24b4c0ae1fd4e223342e79b2a30f8',
  },
  {
    ...{ script: 's.js', result: 'fail', rules: 'C-03' },
    sha256: '27105493eb22b7c2de39b1e604d5d0f6f6a24b4c0ae1fd4e223342e79b2a30f8',
  },
  {
    ...{ script: 's.js', result: 'pass', rules: 'D-01 D-03 C-01 C-02 C-12' },
    sha256: 'a726ec3651ed090ade18db136f671c8bc72023e03a9ff64dd78898bf6c96917c',
  },
  {
    ...{ script: 's.js', result: 'fail', rules: 'C-03' },
    sha256: 'a726ec3651ed090ade18db136f671c8bc72023e03a9ff64dd78898bf6c96917c',
  },
  {
    ...{ script: 's.js', result: 'pass', rules: 'L-01 L-02 D-01 D-03 D-04 D-05 C-01 C-02 C-12' },
    sha256: 'a4b33ad9bdd592e50d55b63f8a8d0fe51297de868b37b8c9d6335df1b7b65e16',
  },
  {
    ...{ script: 's.js', result: 'fail', rules: 'C-03' },
    sha256: 'a4b33ad9bdd592e50d55b63f8a8d0fe51297de868b37b8c9d6335df1b7b65e16',
  },
  {
    ...{ script: 's.js', result: 'pass', rules: 'L-01 L-02 D-01 D-03 D-04 D-05 C-01 C-02 C-12' },
    sha256: 'd1ce0d1151c0db405c5b070505ad2750d7d06144bfd5ea17bcb8b27bf8f66cdd',
  },
  {
    ...{ script: 's.js', result: 'fail', rules: 'C-03' },
    sha256: 'd1ce0d1151c0db405c5b070505ad2750d7d06144bfd5ea17bcb8b27bf8f66cdd',
  },
];

export const CLIENT_PROOFS: readonly Proof[] = SHOWN.flatMap(({ rules, ...shown }) =>
  rules.split(' ').map((rule) => ({ ...shown, rule })),
);
