/** Countries on a map, darker for more. The table beside it has the same figures and is the way for the keyboard. */
import { useId } from 'preact/hooks';
import type { Row } from '../api/query.ts';
import type { Column } from '../panels/column.ts';
import { sayRowFigure } from '../panels/row-figure.tsx';
import { readPeople } from '../people/people.ts';
import { sayInterval, sayPeople } from '../people/say-people.ts';
import { useApp } from '../state/app.ts';
import { toggleValue } from '../state/conditions.ts';
import { useView } from '../state/use-view.ts';
import { endOfStep, STEPS, shadesOf } from './shades.ts';
import { SHAPES, UNNAMED, WORLD } from './world-shapes.ts';

interface CountryMapProps {
  /** By country. */
  rows: readonly Row[];
  column: Column;
  /** What stands for a figure that is hidden. */
  hidden: string;
}

export function CountryMap({ rows, column, hidden }: CountryMapProps) {
  const { texts, format } = useApp();
  const { view, go } = useView();
  const pattern = useId();
  const words = texts.value.map;
  const { shades, most } = shadesOf(rows, column);
  const say = (row: Row) => `${format.value.country(row.values[0] ?? '')}: ${sayShown(row)}`;
  const sayShown = (row: Row) => {
    if (row.isHidden(column)) return hidden;
    const people = column === 'visitors' ? readPeople(row) : null;
    if (people === null) return sayRowFigure(row, column, format.value);
    const figure = sayPeople(people, format.value);
    return people.kind === 'estimate' ? `${figure} (${sayInterval(people, format.value)})` : figure;
  };
  const known = rows.filter((row) => SHAPES[row.values[0] ?? ''] !== undefined);
  const first = known[0];
  const hasRanges = known.some((row) => row.figure(column) === null);
  return (
    <figure class="map">
      <svg
        viewBox={`0 0 ${WORLD.width} ${WORLD.height}`}
        role="img"
        aria-label={`${words.title}. ${first === undefined ? words.nothing : words.summary(say(first))}`}
      >
        <defs>
          <pattern id={pattern} width="10" height="10" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect class="map-ground" width="10" height="10" />
            <rect class="map-hatch" width="3" height="10" />
          </pattern>
        </defs>
        <path class="map-land" d={UNNAMED} />
        {Object.entries(SHAPES).map(([code, outline]) => {
          const shade = shades.get(code);
          if (shade === undefined) return <path key={code} class="map-land" d={outline} />;
          const row = rows.find(({ values }) => values[0] === code);
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions: the same is in the table, as links
            <path
              key={code}
              class="map-land"
              d={outline}
              data-country={code}
              data-step={shade.step ?? 'range'}
              fill={shade.step === null ? `url(#${pattern})` : undefined}
              onClick={() => go({ conditions: toggleValue(view.conditions, 'visit:country', code) })}
            >
              <title>{row && say(row)}</title>
            </path>
          );
        })}
      </svg>
      <figcaption class="map-legend" aria-hidden="true">
        {Array.from({ length: STEPS }, (_, index) => index + 1)
          .filter((step) => endOfStep(step, most) > (step === 1 ? 0 : endOfStep(step - 1, most)))
          .map((step) => (
            <span key={step}>
              <span class="swatch map-swatch" data-step={step} />
              {words.atMost(format.value.count(endOfStep(step, most)))}
            </span>
          ))}
        {hasRanges ? (
          <span>
            <span class="swatch map-swatch" data-step="range" />
            {words.range}
          </span>
        ) : null}
      </figcaption>
    </figure>
  );
}
