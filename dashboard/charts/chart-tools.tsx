/** What can be done with the chart: another width of bars, the table, a note, a file. */
import { openNote } from '../notes/note-list.tsx';
import { useApp } from '../state/app.ts';
import type { Bucket, Days } from '../state/period.ts';
import { useMay } from '../state/use-may.ts';
import { useView } from '../state/use-view.ts';
import { Link } from '../ui/link.tsx';
import { Menu } from '../ui/menu.tsx';
import { bucketsFor } from './buckets.ts';
import type { Drawing } from './drawing.ts';
import { legendOf } from './legend.ts';
import type { Series } from './use-series.ts';

interface ChartToolsProps {
  days: Days | null;
  bucket: Bucket;
  series: Series | null;
  drawing: Drawing;
  title: string;
  /** What a reader of the picture has to know, a line each. */
  notes: readonly string[];
}

export function ChartTools({ days, bucket, series, drawing, title, notes }: ChartToolsProps) {
  const { texts } = useApp();
  const words = texts.value.chart;
  const { view, adjust, hrefOf } = useView();
  const mayWrite = useMay('editor');
  return (
    <div class="chart-tools">
      <BucketChooser days={days} bucket={bucket} />
      {mayWrite ? (
        <Link class="quiet-link" href={hrefOf(openNote(null))}>
          {texts.value.notes.add}
        </Link>
      ) : null}
      <button type="button" class="quiet-link" data-as-table onClick={() => adjust({ asTable: !view.asTable })}>
        {view.asTable ? words.asChart : words.asTable}
      </button>
      <SaveMenu series={series} drawing={drawing} title={title} notes={notes} />
    </div>
  );
}

function BucketChooser({ days, bucket }: { days: Days | null; bucket: Bucket }) {
  const words = useApp().texts.value.chart;
  const { adjust } = useView();
  const buckets = days === null ? [bucket] : bucketsFor(days);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div class="segments" role="group" aria-label={words.buckets}>
      {buckets.map((each) => (
        <button
          type="button"
          key={each}
          data-by={each}
          aria-pressed={each === bucket}
          onClick={() => adjust({ bucket: each })}
        >
          {words.bucket[each]}
        </button>
      ))}
    </div>
  );
}

type SaveMenuProps = Pick<ChartToolsProps, 'series' | 'drawing' | 'title' | 'notes'>;

function SaveMenu({ series, ...picture }: SaveMenuProps) {
  const words = useApp().texts.value.chart;
  return (
    <Menu label={words.save} align="end">
      {(close) => (series === null ? null : <SaveChoices series={series} {...picture} close={close} />)}
    </Menu>
  );
}

function SaveChoices({ series, drawing, title, notes, close }: SaveMenuProps & { series: Series; close: () => void }) {
  const { texts, format } = useApp();
  const words = texts.value.chart;
  const { domain } = series.question;
  const savePicture = async () => {
    const [{ savePicture: save }, { nameOfSeries }] = await Promise.all([
      import('./export-picture.ts'),
      import('./export-series.ts'),
    ]);
    const { days } = series.answer;
    const before = series.before && format.value.days(series.before.days);
    await save(nameOfSeries(domain, series), drawing, {
      title,
      site: domain,
      period: days === null ? '' : format.value.days(days),
      legend: legendOf(series.bars, series.metric, before, texts.value),
      lines: notes,
    });
  };
  const saveTable = async () => (await import('./export-series.ts')).saveSeries(domain, series);
  const choices = [
    ['png', words.savePicture, savePicture],
    ['csv', words.saveTable, saveTable],
  ] as const;
  return (
    <ul class="choices">
      {choices.map(([kind, label, save]) => (
        <li key={kind}>
          <button
            type="button"
            data-save={kind}
            onClick={() => {
              // What could not be fetched is fetched at the next try.
              void save().catch(() => undefined);
              close();
            }}
          >
            {label}
          </button>
        </li>
      ))}
    </ul>
  );
}
