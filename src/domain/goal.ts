/** What a site wants its visitors to do: a named event, a page that is shown, a page that is read so far. */

/** Properties that the event must have, by key; all of them. */
export type GoalProperties = Readonly<Record<string, string>>;

export type Goal = { name: string } & (
  | { kind: 'event'; event: string; props?: GoalProperties }
  | { kind: 'page'; path: string }
  /** `depth` is a scroll depth in percent, 1 to 100. */
  | { kind: 'scroll'; path: string; depth: number }
);

/** A path of a goal as a regular expression: `**` stands for any characters, `*` for any but `/`. */
export function patternOfPath(path: string): string {
  const parts = path.split(/(\*\*|\*)/).map((part) => {
    if (part === '**') return '.*';
    return part === '*' ? '[^/]*' : part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&');
  });
  return `^(?:${parts.join('')})$`;
}
