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
export function auditPackages(root: string): { isBad: boolean; sentence: string };
export function judgeAudit(answer: string): { isBad: boolean; sentence: string };
