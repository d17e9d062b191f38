/** What the bias check found, in sentences. */
import type { Texts } from '../i18n/en/texts.ts';
import type { Format } from '../i18n/format.ts';
import { sayValue } from '../i18n/say-value.ts';
import type { Compared, Views } from './bias-check.ts';

export interface Comparisons {
  sources: readonly Compared[];
  devices: readonly Compared[];
  views: Views | null;
}

export interface Finding {
  key: string;
  text: string;
}

const DIRECT = 'Direct / None';

export function sayFindings({ sources, devices, views }: Comparisons, texts: Texts, format: Format): Finding[] {
  const words = texts.bias;
  const sentence = (way: string, { granted, all }: Compared) => {
    const [mine, everybody] = [format.percent(granted), format.percent(all)];
    return granted > all ? words.more(way, mine, everybody) : words.less(way, mine, everybody);
  };
  const from = (value: string) =>
    value === DIRECT ? words.directly : words.from(isolate(sayValue('visit:source', value, texts, format)));
  const withDevice = (value: string) => words.devices[value] ?? words.devices.other ?? value;
  const unusual = (rows: readonly Compared[]) => rows.filter(({ isUnusual }) => isUnusual);
  return [
    ...unusual(sources).map((row) => ({ key: `visit:source ${row.value}`, text: sentence(from(row.value), row) })),
    ...unusual(devices).map((row) => ({
      key: `visit:device ${row.value}`,
      text: sentence(withDevice(row.value), row),
    })),
    ...(views?.isUnusual
      ? [
          {
            key: 'views_per_visit',
            text: (views.granted > views.all ? words.morePages : words.fewerPages)(
              format.decimal(views.granted),
              format.decimal(views.all),
            ),
          },
        ]
      : []),
  ];
}

/** What visitors sent may turn the direction of writing; between these marks it turns nothing but itself. */
function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}
