/** The latest imports of the site: lines read, kept and dropped. */
import type { ImportRun } from '../api/quality.ts';
import { UNKNOWN } from '../i18n/format.ts';
import { useApp } from '../state/app.ts';

export function ImportTable({ runs }: { runs: readonly ImportRun[] }) {
  const { texts, format } = useApp();
  const words = texts.value.quality;
  const say = (lines: number | null) => (lines === null ? UNKNOWN : format.value.count(lines));
  const reasons = words.reasons as Readonly<Record<string, string | undefined>>;
  if (runs.length === 0) return null;
  return (
    <details class="quality-imports">
      <summary>{words.imports(format.value.count(runs.length))}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section class="list-scroll sideways" tabIndex={0} aria-label={words.importsTitle}>
        <table class="list">
          <thead>
            <tr>
              <th scope="col">{words.started}</th>
              <th scope="col">{words.read}</th>
              <th scope="col">{words.kept}</th>
              <th scope="col">{words.dropped}</th>
            </tr>
          </thead>
          <tbody>
            {runs.map((run) => (
              <tr key={run.startedAt} data-import={run.kind}>
                <th scope="row">
                  {format.value.date(run.startedAt.slice(0, 10))}{' '}
                  <span class="quiet">{run.finishedAt === null ? words.unfinished : run.kind}</span>
                </th>
                <td>{say(run.read)}</td>
                <td>{say(run.kept)}</td>
                <td>
                  {run.dropped.length === 0
                    ? say(run.read === null ? null : 0)
                    : run.dropped
                        .map(([name, amount]) => `${format.value.count(amount)} ${reasons[name] ?? name}`)
                        .join(', ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
