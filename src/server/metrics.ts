/** Upper bounds in seconds. */
const durationBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

interface Durations {
  /** How many requests took at most the bucket's seconds, and more than the bucket before. */
  readonly counts: number[];
  sum: number;
  total: number;
}

/**
 * What the process counts, printed in the text format of Prometheus.
 *
 * @see https://prometheus.io/docs/instrumenting/exposition_formats/
 */
export interface Metrics {
  countRequest(route: string, status: number, seconds: number): void;
  countError(code: string): void;
  render(): string;
}

function increase(counts: Map<string, number>, labels: string): void {
  counts.set(labels, (counts.get(labels) ?? 0) + 1);
}

function counterLines(name: string, help: string, counts: ReadonlyMap<string, number>): string[] {
  const samples = [...counts].sort().map(([labels, count]) => `${name}{${labels}} ${count}`);
  return [`# HELP ${name} ${help}`, `# TYPE ${name} counter`, ...samples];
}

function durationLines(name: string, durations: ReadonlyMap<string, Durations>): string[] {
  const samples = [...durations]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([route, { counts, sum, total }]) => {
      let cumulative = 0;
      return [
        ...durationBuckets.map((bound, index) => {
          cumulative += counts[index] ?? 0;
          return `${name}_bucket{route="${route}",le="${bound}"} ${cumulative}`;
        }),
        `${name}_bucket{route="${route}",le="+Inf"} ${total}`,
        `${name}_sum{route="${route}"} ${sum}`,
        `${name}_count{route="${route}"} ${total}`,
      ];
    });
  return [`# HELP ${name} Time to answer a request.`, `# TYPE ${name} histogram`, ...samples];
}

function gauge(name: string, help: string, value: number, type = 'gauge'): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, `${name} ${value}`];
}

export function createMetrics(): Metrics {
  const requests = new Map<string, number>();
  const errors = new Map<string, number>();
  const durations = new Map<string, Durations>();
  return {
    countRequest(route, status, seconds) {
      increase(requests, `route="${route}",status="${status}"`);
      const ofRoute = durations.get(route) ?? { counts: [], sum: 0, total: 0 };
      durations.set(route, ofRoute);
      const bucket = durationBuckets.findIndex((bound) => seconds <= bound);
      if (bucket >= 0) ofRoute.counts[bucket] = (ofRoute.counts[bucket] ?? 0) + 1;
      ofRoute.sum += seconds;
      ofRoute.total += 1;
    },
    countError(code) {
      // Codes come from our own errors and from GraphQL's; the pattern keeps a label from being broken out of.
      increase(errors, `code="${code.replace(/[^A-Z0-9_]/g, '_')}"`);
    },
    render() {
      const cpu = process.cpuUsage();
      return `${[
        ...counterLines('diplograph_http_requests_total', 'Requests answered.', requests),
        ...counterLines('diplograph_graphql_errors_total', 'Errors in GraphQL answers, by code.', errors),
        ...durationLines('diplograph_http_request_duration_seconds', durations),
        ...gauge('process_resident_memory_bytes', 'Resident memory.', process.memoryUsage.rss()),
        ...gauge('process_cpu_seconds_total', 'Processor time.', (cpu.user + cpu.system) / 1e6, 'counter'),
        ...gauge('process_uptime_seconds', 'Time since the process began.', process.uptime()),
      ].join('\n')}\n`;
    },
  };
}
