/**
 * Makes `world-shapes.ts` anew: outlines of countries by their two letters, drawn on a flat map (equal areas, so that large means large).
 * `node dashboard/places/build-shapes.mjs <folder>`, where `npm i world-atlas@2.0.2 topojson-client@3.1.0 d3-geo@3.1.1
 * i18n-iso-countries@7.14.0` was run (ISC and MIT; the outlines are Natural Earth's, public domain).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = resolve(process.argv[2] ?? '.');
const from = createRequire(join(folder, 'package.json'));
const load = (name) => import(pathToFileURL(from.resolve(name)).href);
const { feature } = await load('topojson-client');
const { geoEqualEarth, geoPath } = await load('d3-geo');
const codes = from('i18n-iso-countries');
const atlas = (detail) => JSON.parse(readFileSync(from.resolve(`world-atlas/countries-${detail}.json`), 'utf8'));
const featuresOf = (world) => feature(world, world.objects.countries).features;

/** Of the map in its own units: whole numbers are fine enough. */
const WIDTH = 1600;
/** Half of a small country's mark. */
const DOT = 4;
const ANTARCTICA = '010';
/** Natural Earth gives it no number; browsers call it so. */
const UNNUMBERED = { Kosovo: 'XK' };

const coarse = featuresOf(atlas('110m')).filter(({ id }) => id !== ANTARCTICA);
const projection = geoEqualEarth().rotate([-11, 0]).fitWidth(WIDTH, { type: 'FeatureCollection', features: coarse });
const [[left, top], [right, bottom]] = geoPath(projection).bounds({ type: 'FeatureCollection', features: coarse });
projection.translate([projection.translate()[0] - left, projection.translate()[1] - top]);
const path = geoPath(projection);
const codeOf = ({ id, properties }) =>
  UNNUMBERED[properties.name] ?? (id === undefined ? undefined : codes.numericToAlpha2(id));

/** Absolute lines as whole steps from point to point, without those that lead nowhere: a third of the length. */
function shorten(outline) {
  const rings = outline.split('Z').filter((ring) => ring !== '');
  return rings
    .map((ring) => {
      const points = ring
        .slice(1)
        .split('L')
        .map((point) => point.split(',').map((each) => Math.round(Number(each))));
      const [first, ...others] = points;
      let last = first;
      const steps = [];
      for (const point of others) {
        const [x, y] = [point[0] - last[0], point[1] - last[1]];
        if (x !== 0 || y !== 0) steps.push(`${x}${y < 0 ? '' : ' '}${y}`);
        last = point;
      }
      return steps.length < 2 ? '' : `M${first.join(' ')}l${steps.join(' ').replaceAll(' -', '-')}z`;
    })
    .join('');
}

const shapes = new Map();
let unnamed = '';
for (const country of coarse) {
  const code = codeOf(country);
  const outline = shorten(path(country) ?? '');
  if (code === undefined) unnamed += outline;
  else shapes.set(code, (shapes.get(code) ?? '') + outline);
}
// What is too small for the coarse map becomes a mark at its middle.
for (const country of featuresOf(atlas('50m'))) {
  const code = codeOf(country);
  if (code === undefined || shapes.has(code) || country.id === ANTARCTICA) continue;
  const [x, y] = path.centroid(country);
  if (Number.isNaN(x)) continue;
  shapes.set(
    code,
    `M${Math.round(x - DOT)} ${Math.round(y)}a${DOT},${DOT} 0 1 0 ${2 * DOT},0a${DOT},${DOT} 0 1 0 ${-2 * DOT},0z`,
  );
}

const lines = [...shapes]
  .sort(([one], [other]) => (one < other ? -1 : 1))
  .map(([code, outline]) => `  ${code}: '${outline}',`);
writeFileSync(
  join(import.meta.dirname, 'world-shapes.ts'),
  `/** Outlines of countries, made by build-shapes.mjs from Natural Earth (public domain). */

export const WORLD = { width: ${Math.ceil(right - left)}, height: ${Math.ceil(bottom - top)} };

/** Land whose state is not agreed on, without a code of its own. */
export const UNNAMED = '${unnamed}';

/** By ISO 3166-1 alpha-2. */
export const SHAPES: Readonly<Record<string, string>> = {
${lines.join('\n')}
};
`,
);
