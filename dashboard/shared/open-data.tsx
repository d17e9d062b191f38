/** The files that anybody may take away and reuse. */
import { useApp } from '../state/app.ts';
import type { SharedPlace } from '../state/shared-place.ts';

const FILES = {
  daily: 'open-data.csv',
  pages: 'open-data/pages.csv',
  sources: 'open-data/sources.csv',
  dictionary: 'open-data/dictionary.csv',
  package: 'datapackage.json',
} as const;

export function OpenData({ place, licence }: { place: SharedPlace; licence: string }) {
  const words = useApp().texts.value.shared;
  return (
    <section class="open-data" aria-labelledby="open-data">
      <h2 id="open-data">{words.openData}</h2>
      <ul>
        {(Object.keys(FILES) as (keyof typeof FILES)[]).map((name) => (
          <li key={name}>
            <a href={`/share/${place.key}/${FILES[name]}`}>{words[name]}</a>
          </li>
        ))}
      </ul>
      <p class="quiet">{words.licence(licence)}</p>
    </section>
  );
}
