// The explorer's three drawings, as SVG elements coloured by the style sheet.

/** Where the counters stand on the map. */
const PLACES = { passerelle: [430, 262], gare: [676, 128], halles: [246, 130], canal: [742, 330] };

function draw(name, attributes = {}, ...children) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

function chart(width, height, label, ...children) {
  return draw(
    'svg',
    { class: 'chart', viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': label },
    ...children,
  );
}

function text(x, y, words, attributes = {}) {
  return draw('text', { x, y, ...attributes }, words);
}

/** A round number at or above `most` that divides well by four. */
function ceilingOf(most) {
  const unit = 10 ** Math.floor(Math.log10(most));
  return [1, 2, 4, 6, 8, 10].map((step) => step * unit).find((step) => step >= most);
}

/** Lines across the drawing with their numbers. */
function scale(top, bottom, width, ceiling, number) {
  return [0, 1, 2, 3, 4].flatMap((step) => {
    const y = bottom - ((bottom - top) * step) / 4;
    return [
      draw('line', { class: 'grid', x1: 64, x2: width, y1: y, y2: y }),
      text(54, y + 5, number.format((ceiling * step) / 4), { 'text-anchor': 'end' }),
    ];
  });
}

/** Circles at the counters whose area tells the bicycles. */
export function drawMap(rows, chosen, words, number) {
  const most = Math.max(...rows.map(({ count }) => count));
  const spots = rows.flatMap(({ id, label, count }) => {
    const [x, y] = PLACES[id];
    const radius = 62 * Math.sqrt(count / most);
    return [
      draw('circle', { class: chosen && chosen !== id ? 'spot dim' : 'spot', cx: x, cy: y, r: radius }),
      text(x, y + 6, `${number.format(Math.round(count / 1000))}\u00a0k`, {
        'text-anchor': 'middle',
        class: chosen && chosen !== id ? 'strong' : 'inside',
      }),
      text(x, y + radius + 22, label, { 'text-anchor': 'middle', class: 'strong' }),
    ];
  });
  return chart(
    900,
    440,
    words.mapLabel,
    draw('rect', { class: 'land', width: 900, height: 440 }),
    draw('path', {
      class: 'street',
      d: 'M40 60L246 130L430 262L676 128L860 60M246 130L120 410M430 180V420M676 128L742 330L860 400M246 130Q460 40 676 128',
    }),
    draw('path', { class: 'water', d: 'M-10 350Q180 210 430 262T910 210' }),
    draw('path', { class: 'street', d: 'M430 200V326' }),
    text(92, 300, words.river, { transform: 'rotate(-31 92 300)', 'font-style': 'italic' }),
    draw('path', { class: 'peak', d: 'M856 392l9 30-9-6-9 6z' }),
    text(856, 386, words.north, { 'text-anchor': 'middle' }),
    ...spots,
  );
}

/** The line of the year. */
export function drawYear(rows, months, label, number) {
  const [top, bottom, width] = [20, 300, 900];
  const ceiling = ceilingOf(Math.max(...rows.map(({ count }) => count)));
  const points = rows.map(({ count }, index) => [
    70 + (index * (width - 80)) / (rows.length - 1),
    bottom - ((bottom - top) * count) / ceiling,
  ]);
  const line = points.map((point) => point.map((value) => value.toFixed(1)).join(' ')).join('L');
  const peak = rows.reduce((most, { count }, index) => (count > rows[most].count ? index : most), 0);
  const marks = rows.flatMap(({ date }, index) => {
    const isNewMonth = index === 0 || rows[index - 1].date.getUTCMonth() !== date.getUTCMonth();
    return isNewMonth && date.getUTCMonth() % 2 === 0 ? [text(points[index][0], 330, months.format(date))] : [];
  });
  return chart(
    width,
    340,
    label,
    ...scale(top, bottom, width, ceiling, number),
    draw('path', { class: 'area', d: `M${points[0][0]} ${bottom}L${line}L${points.at(-1)[0]} ${bottom}z` }),
    draw('path', { class: 'curve', d: `M${line}` }),
    draw('circle', { class: 'peak', cx: points[peak][0], cy: points[peak][1], r: 6 }),
    ...marks,
  );
}

/** One bar for each day of the week. */
export function drawWeek(rows, label, number) {
  const [top, bottom, width] = [30, 300, 900];
  const most = Math.max(...rows.map(({ count }) => count));
  const ceiling = ceilingOf(most);
  const step = (width - 70) / rows.length;
  const bars = rows.flatMap(({ label: day, count }, index) => {
    const height = ((bottom - top) * count) / ceiling;
    const x = 70 + index * step;
    return [
      draw('rect', {
        class: count === most ? 'bar most' : 'bar',
        x: x + step * 0.16,
        y: bottom - height,
        width: step * 0.68,
        height,
        rx: 5,
      }),
      text(x + step / 2, bottom - height - 8, number.format(count), { 'text-anchor': 'middle', class: 'strong' }),
      text(x + step / 2, 326, day, { 'text-anchor': 'middle' }),
    ];
  });
  return chart(width, 340, label, ...scale(top, bottom, width, ceiling, number), ...bars);
}
