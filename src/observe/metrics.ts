/** Counters and gauges in the text format of Prometheus. Labels come from closed lists, never from a request. */

export interface Metric {
  name: string;
  help: string;
  type: 'counter' | 'gauge';
  /** Values by label text such as `reason="bot"`; '' for none. */
  read: () => Iterable<readonly [labels: string, value: number]>;
}

export class Counters {
  readonly #values = new Map<string, number>();

  add(labels: string, amount = 1): void {
    this.#values.set(labels, (this.#values.get(labels) ?? 0) + amount);
  }

  entries(): Iterable<readonly [string, number]> {
    return this.#values.entries();
  }
}

/** Prometheus text exposition format 0.0.4. */
export function renderMetrics(metrics: readonly Metric[]): string {
  return metrics
    .map(({ name, help, type, read }) => {
      const samples = [...read()].map(([labels, value]) => `${name}${labels === '' ? '' : `{${labels}}`} ${value}`);
      return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...samples, ''].join('\n');
    })
    .join('');
}
