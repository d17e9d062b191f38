/** Reads the filters of a query: a list of conditions, joined by and; every mistake is named with its path. */
import type { ErrorDetail } from '../domain/errors.ts';
import type { Segment } from '../domain/segment.ts';
import { DIMENSION_NAMES, isValueDimension } from './dimensions.ts';
import { compilePattern } from './match-text.ts';
import { type Condition, FILTER_OPERATORS, type Filter } from './plan.ts';

/** Deeper or longer than any report; keeps a hostile question cheap. */
const DEEPEST = 10;
const MOST_CONDITIONS = 100;
const MOST_VALUES = 1000;
/** Of all filters of a query. */
const MOST_PATTERNS = 100;
/** Characters of a pattern, and instructions of what it compiles to: `a{1000}` is short and long. */
const LONGEST_PATTERN = 500;
const LARGEST_PATTERN = 2000;

/** Segments that filters may name; null where they may name none: a segment does not rest on another. */
export type KnownSegments = readonly Segment[] | null;

/** @returns null for no filters, or when a mistake was found */
export function parseFilters(given: unknown, mistakes: ErrorDetail[], segments: KnownSegments = []): Filter | null {
  if (given === undefined || given === null) return null;
  if (!Array.isArray(given)) {
    mistakes.push({ path: 'filters', message: 'Give a list such as [["is", "visit:country", ["FR"]]].' });
    return null;
  }
  const reader = new FilterReader(mistakes, segments);
  const known = given
    .map((filter, index) => reader.read(filter, { path: `filters[${index}]`, depth: 0, isInsideDone: false }))
    .filter((filter) => filter !== null);
  return known.length === 0 ? null : { kind: 'and', filters: known };
}

/** Every mistake in the filters of a segment. */
export function checkSegmentFilters(filters: readonly unknown[]): ErrorDetail[] {
  const mistakes: ErrorDetail[] = [];
  parseFilters(filters, mistakes, null);
  return mistakes;
}

interface Place {
  path: string;
  depth: number;
  isInsideDone: boolean;
}

class FilterReader {
  readonly #mistakes: ErrorDetail[];
  #conditionsLeft = MOST_CONDITIONS;
  readonly #segments: KnownSegments;
  #patternsLeft = MOST_PATTERNS;

  constructor(mistakes: ErrorDetail[], segments: KnownSegments) {
    this.#mistakes = mistakes;
    this.#segments = segments;
  }

  read(given: unknown, place: Place): Filter | null {
    const { path, depth, isInsideDone } = place;
    if (!Array.isArray(given)) return this.#refuse(path, 'A filter is a list: [operator, dimension, values].');
    if (depth > DEEPEST) return this.#refuse(path, `Filters may be nested ${DEEPEST} deep.`);
    if (--this.#conditionsLeft < 0) return this.#refuse(path, `At most ${MOST_CONDITIONS} conditions.`);
    const [operator, second, third, fourth] = given as unknown[];
    const inner = { path: `${path}[1]`, depth: depth + 1, isInsideDone };
    switch (operator) {
      case 'and':
      case 'or': {
        if (!Array.isArray(second) || second.length === 0) return this.#refuse(inner.path, 'Give a list of filters.');
        const filters = second.map((each, index) => this.read(each, { ...inner, path: `${inner.path}[${index}]` }));
        return { kind: operator, filters: filters.filter((filter) => filter !== null) };
      }
      case 'not': {
        const filter = this.read(second, inner);
        return filter && { kind: 'not', filter };
      }
      case 'has_done':
      case 'has_not_done': {
        if (isInsideDone)
          return this.#refuse(`${path}[0]`, 'What a visit has done cannot be asked inside has_done or has_not_done.');
        const filter = this.read(second, { ...inner, isInsideDone: true });
        const done = filter && ({ kind: 'done', filter } as const);
        return done && operator === 'has_not_done' ? { kind: 'not', filter: done } : done;
      }
      default:
        return second === 'segment'
          ? this.#readSegments(place, operator, third)
          : this.#readCondition(path, operator, second, third, fourth);
    }
  }

  #readCondition(path: string, operator: unknown, name: unknown, values: unknown, more: unknown): Condition | null {
    const known = FILTER_OPERATORS.find((each) => each === operator);
    if (known === undefined) {
      const operators = [...FILTER_OPERATORS, 'has_done', 'has_not_done', 'and', 'or', 'not'];
      return this.#refuse(`${path}[0]`, `Use one of ${operators.join(', ')}.`);
    }
    if (!isValueDimension(name)) return this.#refuse(`${path}[1]`, `Use one of ${DIMENSION_NAMES.join(', ')}.`);
    if (!isTextList(values)) return this.#refuse(`${path}[2]`, `Give a list of 1 to ${MOST_VALUES} texts.`);
    const caseSensitive = (more as { case_sensitive?: unknown } | null | undefined)?.case_sensitive ?? true;
    if (typeof caseSensitive !== 'boolean') return this.#refuse(`${path}[3].case_sensitive`, 'Say true or false.');
    if (known.startsWith('matches') && !this.#checkPatterns(values, caseSensitive, `${path}[2]`)) return null;
    return { kind: 'compare', operator: known, dimension: name, values, caseSensitive };
  }

  /** What a segment says takes its place; of several, one is enough. */
  #readSegments(place: Place, operator: unknown, given: unknown): Filter | null {
    const { path } = place;
    if (operator !== 'is' && operator !== 'is_not') return this.#refuse(`${path}[0]`, 'Of segments ask is or is_not.');
    if (this.#segments === null)
      return this.#refuse(`${path}[1]`, 'A segment cannot rest on another: give its filters.');
    if (!Array.isArray(given) || given.length === 0 || given.length > MOST_VALUES)
      return this.#refuse(`${path}[2]`, 'Give a list of names of segments.');
    const segments = given.map((named: unknown, index) => {
      const segment = findSegment(this.#segments ?? [], named);
      return segment ?? this.#refuse(`${path}[2][${index}]`, 'The site has no segment of that name.');
    });
    const known = segments.filter((each) => each !== null).map((each) => this.#readSegment(place, each));
    const filter: Filter = { kind: 'or', filters: known };
    return operator === 'is' ? filter : { kind: 'not', filter };
  }

  #readSegment(place: Place, { name, filters }: Segment): Filter {
    const before = this.#mistakes.length;
    const read = filters.map((each) => this.read(each, place)).filter((each) => each !== null);
    // What is wrong inside stands where the segment is named: the rest of its path is no path of the question.
    for (const { message } of this.#mistakes.splice(before))
      this.#refuse(`${place.path}[2]`, `The segment ${name}: ${message}`);
    return { kind: 'and', filters: read };
  }

  #checkPatterns(patterns: readonly string[], caseSensitive: boolean, path: string): boolean {
    this.#patternsLeft -= patterns.length;
    if (this.#patternsLeft < 0) {
      this.#refuse(path, `At most ${MOST_PATTERNS} patterns in all filters.`);
      return false;
    }
    const wrong = patterns.map((pattern) => mistakeOf(pattern, caseSensitive));
    wrong.forEach((message, index) => {
      if (message !== null) this.#refuse(`${path}[${index}]`, message);
    });
    return wrong.every((message) => message === null);
  }

  #refuse(path: string, message: string): null {
    this.#mistakes.push({ path, message });
    return null;
  }
}

/** By its name, or by its number. */
function findSegment(segments: readonly Segment[], named: unknown): Segment | null {
  const byName = segments.find(({ name }) => name === named);
  return byName ?? segments.find(({ id }) => id === named || String(id) === named) ?? null;
}

function isTextList(values: unknown): values is string[] {
  if (!Array.isArray(values) || values.length === 0 || values.length > MOST_VALUES) return false;
  return values.every((text) => typeof text === 'string');
}

/** What is wrong with a pattern, as a sentence; null for nothing. */
function mistakeOf(pattern: string, caseSensitive: boolean): string | null {
  if (pattern.length > LONGEST_PATTERN) return `A pattern has at most ${LONGEST_PATTERN} characters.`;
  try {
    const isTooLarge = compilePattern(pattern, caseSensitive).programSize() > LARGEST_PATTERN;
    return isTooLarge ? 'The pattern is too large: repeat less in it.' : null;
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^error parsing regexp: /, '') : '';
    return `The pattern is no regular expression in RE2 syntax: ${reason}.`;
  }
}
