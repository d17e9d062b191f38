/** Journeys as columns of pages joined by bands; a page leads on to the journeys from there. */
import { useMemo } from 'preact/hooks';
import { sayPath } from '../i18n/say-path.ts';
import { useApp, useTexts } from '../state/app.ts';
import { useView } from '../state/use-view.ts';
import { Link } from '../ui/link.tsx';
import { startingAt } from './ask-journeys.ts';
import { buildFlow, type Flow, type FlowLink, type FlowNode } from './flow.ts';
import { type AnsweredJourneys, sayThrough, shareOf } from './say-journeys.ts';

/** Of a column's width, the part that its nodes take; bands have the rest. */
const NODE_PART = 0.7;

export function FlowPicture({ question, answer }: AnsweredJourneys) {
  const texts = useTexts('explore');
  const words = texts.value.journeys;
  const { start, direction } = question;
  const flow = useMemo(() => buildFlow(answer.rows, start), [answer, start]);
  const isBack = direction === 'previous';
  const grid = gridOf(flow, isBack);
  const titles = flow.columns.map((_, column) =>
    column === 0 && start === null
      ? words.columnEntry
      : column === 0
        ? words.columnStart
        : words.column(column, isBack),
  );
  return (
    <div class="flow-picture">
      <div class="flow-titles" aria-hidden="true">
        {(isBack ? titles.toReversed() : titles).map((title, place) => (
          <span
            key={title}
            style={{ insetInlineStart: `${place * grid.width}%`, inlineSize: `${grid.width * NODE_PART}%` }}
          >
            {title}
          </span>
        ))}
      </div>
      <div class="flow" style={{ blockSize: `${flow.height}px` }}>
        <svg
          viewBox={`0 0 100 ${Math.max(1, flow.height)}`}
          preserveAspectRatio="none"
          aria-hidden="true"
          focusable="false"
        >
          {flow.links.map((link) => (
            <path key={link.key} data-link={link.key} d={bandOf(link, grid)} stroke-width={Math.max(1, link.width)} />
          ))}
        </svg>
        {flow.columns.map((nodes, column) => (
          <ul key={titles[column]} aria-label={titles[column]}>
            {nodes.map((node) => (
              <Node
                key={node.key}
                node={node}
                left={grid.leftOf(column)}
                width={grid.width * NODE_PART}
                {...{ question, answer }}
              />
            ))}
          </ul>
        ))}
      </div>
    </div>
  );
}

interface Grid {
  /** Of a column, in percent. */
  width: number;
  leftOf: (column: number) => number;
  isBack: boolean;
}

/** Looking back, time still goes from left to right: the start stands at the end. */
function gridOf({ columns }: Flow, isBack: boolean): Grid {
  const count = Math.max(1, columns.length);
  // The last column has no bands behind it.
  const width = 100 / (count - 1 + NODE_PART);
  return { width, isBack, leftOf: (column) => (isBack ? count - 1 - column : column) * width };
}

function bandOf({ from, to, fromY, toY }: FlowLink, { width, leftOf, isBack }: Grid): string {
  const edge = width * NODE_PART;
  const [x1, x2] = isBack
    ? [leftOf(from.column), leftOf(to.column) + edge]
    : [leftOf(from.column) + edge, leftOf(to.column)];
  const middle = (x1 + x2) / 2;
  return `M${x1} ${fromY}C${middle} ${fromY} ${middle} ${toY} ${x2} ${toY}`;
}

interface NodeProps extends AnsweredJourneys {
  node: FlowNode;
  left: number;
  width: number;
}

function Node({ node, left, width, question, answer }: NodeProps) {
  const { format: formatSignal } = useApp();
  const texts = useTexts('explore');
  const { view, hrefOf } = useView();
  const [words, format] = [texts.value.journeys, formatSignal.value];
  const { kind, page, count, hasHidden, pages, y, height, size, column } = node;
  const place = {
    insetBlockStart: `${y}px`,
    blockSize: `${height}px`,
    insetInlineStart: `${left}%`,
    inlineSize: `${width}%`,
  };
  const isStart = column === 0 && question.start !== null;
  const name =
    kind === 'page'
      ? sayPath(page)
      : kind === 'end'
        ? words.ended[question.direction]
        : words.others(format.count(pages), pages);
  return (
    <li class="flow-node" style={place} data-node={kind} data-column={column} data-page={page} data-count={count}>
      <span class="flow-size" aria-hidden="true" style={{ blockSize: `${Math.max(2, size)}px` }} />
      {kind === 'page' && !isStart ? (
        <Link class="flow-name" href={hrefOf({ own: startingAt(view, page) })} title={page}>
          <bdi>{name}</bdi>
        </Link>
      ) : (
        <span class="flow-name" title={name}>
          <bdi>{name}</bdi>
        </span>
      )}
      <span class="flow-count">
        {sayThrough(count, hasHidden, answer, texts.value, format)}
        <span class="quiet"> {shareOf(count, answer, format)}</span>
      </span>
    </li>
  );
}
