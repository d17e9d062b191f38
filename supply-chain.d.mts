export interface Component {
  name: string;
  version: string;
  purl: string;
  hashes?: { alg: string; content: string }[];
  licenses?: object[];
}
export function createSbom(root: string): {
  bomFormat: string;
  metadata: { component: { name: string } };
  components: Component[];
  dependencies: { ref: string; dependsOn: string[] }[];
};
export interface Verdict {
  isBad: boolean;
  sentence: string;
}
export function auditPackages(root: string, now?: number): Verdict;
export function judgeAudit(answer: string, seen: Readonly<Record<string, string>>, now: number): Verdict;
export function judgeAges(
  packages: readonly (readonly [name: string, current: string, times: Readonly<Record<string, string>>])[] | null,
  now: number,
): Verdict;
