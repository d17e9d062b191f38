/** Runs the repeating tests with their full counts and prints what each did: `npm run soak [-- --save]`. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './support/start-server.ts';

const JEST = ['--experimental-vm-modules', '--no-warnings=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
const SUITES =
  'tests/process/(no-loss|bad-input|import|kills)|tests/(count|stats|store)/.*(property|column|retention|damage)';

const folder = mkdtempSync(join(tmpdir(), 'passant-soak-'));
const file = join(folder, 'result.json');
const options = [
  '--selectProjects',
  'process',
  'unit',
  '--testPathPatterns',
  SUITES,
  '--maxWorkers=2',
  '--json',
  '--outputFile',
  file,
];
const { stderr } = spawnSync(process.execPath, [...JEST, ...options], {
  ...{ cwd: ROOT, env: { ...process.env, SOAK: 'full' }, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
});
interface Result {
  success: boolean;
  testResults: { name: string; assertionResults: { fullName: string; status: string; duration: number | null }[] }[];
}
const result = JSON.parse(readFileSync(file, 'utf8')) as Result;
rmSync(folder, { recursive: true });

const rows = result.testResults.flatMap(({ assertionResults }) =>
  assertionResults.map(
    ({ fullName, status, duration }) => `| ${fullName} | ${status} | ${Math.round((duration ?? 0) / 1000)} |`,
  ),
);
const facts = [...stderr.matchAll(/^\s*((?:no loss|bad input|kills|damage|property): .*)$/gm)].map(
  ([, fact]) => `- ${fact}`,
);
const table = `# Soak

The repeating tests with their full counts, on ${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}.

${facts.join('\n')}

| test | result | seconds |
|---|---|---|
${rows.join('\n')}
`;
console.log(table);
if (process.argv.includes('--save')) writeFileSync(join(ROOT, 'bench/results/soak.md'), table);
if (!result.success) {
  console.error(stderr.slice(-4000));
  process.exitCode = 1;
}
