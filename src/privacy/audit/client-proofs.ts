/** What a browser has shown of the scripts, and of which forms of the tracker. Written by `npm run prove`, never by hand. */
import type { Proof } from './facts.ts';

const SHOWN: readonly { script: string; result: Proof['result']; rules: string; sha256: string }[] = [
  {
    ...{ script: 's.js', result: 'pass', rules: 'L-01 L-02 D-01 D-03 D-04 D-05 C-01 C-02 C-03 C-12' },
    sha256: 'c1e9986cbd83e84497e2f64a13b9b773e83e884673045e9832f36d19385fa14b',
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
    sha256: 'e731fd0646c1cf9619eb9d014ca3e62f7473117efcf8339a9859dfdbc57527dc',
  },
  {
    ...{ script: 's.js', result: 'pass', rules: 'L-01 L-02 D-01 D-03 D-04 D-05 C-01 C-02 C-03 C-12' },
    sha256: '81b25c6108b6a4af77d6183bdd39abb0e43ba608edce691c6a3d948964ed2577',
  },
  {
    ...{ script: 's.js', result: 'pass', rules: 'L-01 L-02 D-01 D-03 D-04 D-05 C-01 C-02 C-03 C-12' },
    sha256: 'ae22f7cdeb6f3b1fe4d7971c53096074abc0447fb667d3909a3e3e1d5ccbc208',
  },
  {
    ...{ script: 's.js', result: 'pass', rules: 'D-01 D-03 C-01 C-02 C-03 C-12' },
    sha256: '4f2092f550ef1a4f0219e1e176b528ccde8243c8378bfa7e90cd84aee46889d2',
  },
  {
    ...{ script: 's.js', result: 'pass', rules: 'D-01 D-03 C-01 C-02 C-03 C-12' },
    sha256: '91cbccf3f98864d8aefe416cef6f7cde958a30a2975ee03da176028c1423dca6',
  },
  {
    ...{ script: 's.js', result: 'pass', rules: 'L-01 L-02 D-01 D-03 D-04 D-05 C-01 C-02 C-03 C-12' },
    sha256: '03344d0a6274f10d8c9dbef20db7240d2ff104b226a4af221759e12ac06d134f',
  },
  {
    ...{ script: 's.js', result: 'pass', rules: 'L-01 L-02 D-01 D-03 D-04 D-05 C-01 C-02 C-03 C-12' },
    sha256: 'be589376df08ed63a571e4280ef565c8aa27b169e0ba69980dc74987f40576bc',
  },
];

export const CLIENT_PROOFS: readonly Proof[] = SHOWN.flatMap(({ rules, ...shown }) =>
  rules.split(' ').map((rule) => ({ ...shown, rule })),
);
