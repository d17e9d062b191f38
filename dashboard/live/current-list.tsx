/** Pages, or sources, of those who are here now. Their names come from visitors: text, and nothing but text. */
import type { Current } from '../api/realtime.ts';
import { sayValue } from '../i18n/say-value.ts';
import { useApp, useTexts } from '../state/app.ts';

const DIMENSIONS = { pages: 'event:page', sources: 'visit:source' } as const;

export function CurrentList({ kind, current }: { kind: 'pages' | 'sources'; current: Current }) {
  const { format } = useApp();
  const texts = useTexts('explore');
  const words = texts.value;
  const rows = current[kind];
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <section class="panel" data-current={kind} aria-labelledby={`current-${kind}`}>
      <header class="panel-head">
        <h2 id={`current-${kind}`}>{words.live[kind]}</h2>
      </header>
      <div class="panel-body">
        {rows.length === 0 ? (
          <p class="panel-nothing">{words.panels.nothing}</p>
        ) : (
          <table class="rows">
            <thead>
              <tr>
                <th scope="col">{words.dimensions[DIMENSIONS[kind]]}</th>
                <th scope="col">{kind === 'pages' ? words.panels.columns.pageviews : words.panels.columns.visitors}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ name, count }) => {
                const said = sayValue(DIMENSIONS[kind], name, words, format.value);
                return (
                  <tr key={name} data-row={name} data-value={count}>
                    <th scope="row">
                      <span class="row-bar" aria-hidden="true" style={{ inlineSize: `${(count / most) * 100}%` }} />
                      <span class="row-name" title={said}>
                        <bdi>{said}</bdi>
                      </span>
                    </th>
                    <td class="row-figure">{format.value.count(count)}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        )}
      </div>
    </section>
  );
}
