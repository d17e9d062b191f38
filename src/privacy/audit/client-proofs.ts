/** What a browser has shown of the scripts, and of which forms of the tracker. Written by `npm run prove`, never by hand. */
import type { Proof } from './facts.ts';

const SHOWN: readonly { script: string; result: Proof['result']; rules: string; sha256: string }[] = [
  {
    ...{ script: 's.js', result: 'pass', rules: 'L-01 L-02 D-01 D-03 D-04 D-05 C-01 C-02 C-03 C-12' },
    sha256: 'd79da49401b1814b325810c1710e2ab4c9583605a3c23fbba3f28b10a5315f77',
  },
  {
    ...{ script: 'choice.js', result: 'pass', rules: 'D-01 D-03 C-01 C-03 C-04 C-05 C-06 C-07 C-10 C-12' },
    sha256: 'ea9a49354cedd5a602e224f5d3531f7b7bf1bbe8a135c375a6cf79eba791e0fa',
  },
  {
    ...{ script: 'choice.en.js', result: 'pass', rules: 'D-01 D-03 C-01 C-03 C-04 C-05 C-06 C-07 C-10 C-12' },
    sha256: '99db6967e8c5ac3004e1ce80a32ba031f7cf23cc12a6184b3fca74f2de1dc7ae',
  },
  {
    ...{ script: 's.js', result: 'pass', rules: 'L-01 L-02 D-01 D-03 D-04 D-05 C-01 C-02 C-03 C-12' },
    sha256: '90a26d97ae0b3d86970933f541eda3926dbd3bfb3fd2a388e9645ed34d2da088',
  },
  {
    ...{ script: 's.js', result: 'pass', rules: 'L-01 L-02 D-01 D-03 D-04 D-05 C-01 C-02 C-03 C-12' },
    sha256: '6a18753dad69606ff3a391572b49694cc7fb6f0c2fdf8d8cc5e05b434b86bbf3',
  },
  {
    ...{ script: 's.js', result: 'pass', rules: 'L-01 L-02 D-01 D-03 D-04 D-05 C-01 C-02 C-03 C-12' },
    sha256: '186fce5ab110447bb8610ecaf04223a873d4b8daa9c4ff91233dfb6fb43dfdf6',
  },
  {
    ...{ script: 's.js', result: 'pass', rules: 'D-01 D-03 C-01 C-02 C-03 C-12' },
    sha256: 'f995eb3ea4c483e15e55e5bf3b58ce4781884c9614aa598c318739593187f558',
  },
  {
    ...{ script: 's.js', result: 'pass', rules: 'D-01 D-03 C-01 C-02 C-03 C-12' },
    sha256: 'c67b1fd6d2a6aa0bcf564d2b86b2ed8fb90174cd0db4cf1cd4f239ad03ce8092',
  },
  {
    ...{ script: 's.js', result: 'pass', rules: 'L-01 L-02 D-01 D-03 D-04 D-05 C-01 C-02 C-03 C-12' },
    sha256: 'b65e2210ba922995cace4a099f05bd70e3f4644e1fdfc061c365b6153441916f',
  },
  {
    ...{ script: 's.js', result: 'pass', rules: 'L-01 L-02 D-01 D-03 D-04 D-05 C-01 C-02 C-03 C-12' },
    sha256: 'a367b5599c3b43791e08899743d09a919da20d2b77a527738260e3e7cfda91c4',
  },
];

export const CLIENT_PROOFS: readonly Proof[] = SHOWN.flatMap(({ rules, ...shown }) =>
  rules.split(' ').map((rule) => ({ ...shown, rule })),
);
