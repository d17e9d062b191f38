/** The frame of tabs whose rows have two figures of their own, in the place of a figure and its share. */
import type { ComponentChildren } from 'preact';
import type { Metric } from '../../src/stats/metrics.ts';
import type { Answer, Row } from '../api/query.ts';
import { LeftOutNote } from '../disclosure/left-out-note.tsx';
import { sayHidden } from '../disclosure/say-hidden.ts';
import { FigureHead } from '../explain/figure-head.tsx';
import { useApp } from '../state/app.ts';
import type { Bar } from './bar.ts';
import { PanelFoot } from './panel-foot.tsx';
import { PanelNothing } from './panel-nothing.tsx';
import { RowFigure } from './row-figure.tsx';
import { RowName } from './row-name.tsx';
import { explainedOf } from './subject.ts';
import type { TabBody } from './tab-body.ts';

interface TwoFiguresProps extends Omit<TabBody, 'room'> {
  answer: Answer;
  isStale: boolean;
  /** Above the names. */
  head: string;
  figures: readonly [first: Metric, second: Metric];
  rows: readonly { row: Row; bar: Bar; data: Readonly<Record<`data-${string}`, string | undefined>> }[];
  /** As many as there are, on show or not. */
  totalRows: number;
  isOfMoney?: boolean;
  /** Below the rows. */
  children?: ComponentChildren;
}

export function TwoFigures({
  subject,
  chosen,
  context,
  answer,
  isStale,
  head,
  figures,
  rows,
  ...more
}: TwoFiguresProps) {
  const { texts, format } = useApp();
  const { tab, dimensions } = subject;
  const words = texts.value.panels;
  if (rows.length === 0) return <PanelNothing tab={tab} domain={context.site.domain} />;
  const hidden = sayHidden(answer, format.value);
  const explained = explainedOf(subject, context.base);
  const columns: Readonly<Record<string, string>> = words.columns;
  return (
    <>
      <table class={more.isOfMoney === true ? 'rows rows-money' : 'rows'} data-stale={isStale}>
        <caption class="unseen">{words.tabs[tab.key]}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {figures.map((metric) => (
              <FigureHead key={metric} question={explained} metric={metric} name={columns[metric] ?? metric} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, bar, data }) => (
            <tr key={row.values.join('\n')} data-dimension={dimensions[0]} data-row={row.values[0] ?? ''} {...data}>
              <RowName subject={subject} row={row} bar={bar} />
              {figures.map((metric, index) => (
                <td key={metric} class={index === 0 ? 'row-figure' : 'row-share'}>
                  <RowFigure row={row} metric={metric} hidden={hidden} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {more.children}
      <LeftOutNote answer={answer} dimensions={dimensions.length} />
      <PanelFoot chosen={chosen} totalRows={more.totalRows} isAll={more.totalRows <= rows.length} />
    </>
  );
}
