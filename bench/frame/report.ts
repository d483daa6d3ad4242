/**
 * What a benchmark tells, printed while it runs and kept for its JSON file. A benchmark is a function of one:
 *
 *     export async function benchReads(report: Report): Promise<void> {
 *       report.note('SQLite is skipped: …');
 *       report.table([{ question: 'its timeline', 'p50, ms': 1.83, ratio: 2.4 }], 'SQLite, three volumes');
 *       report.ratio('its timeline, SQLite, of raw SQL', 2.4);
 *       report.ratio('frames a second of bare Sigma', 0.9, { better: 'higher', tolerance: 0.3 });
 *     }
 *
 * and a row of `bench/benchmarks.ts`. Only ratios (two sides measured by turns in one run, scores, counts) go into
 * `bench/baseline.json`: times belong to the machine. Names of ratios stay the same from run to run.
 */
export type Row = Readonly<Record<string, string | number>>;

export interface Ratio {
  readonly name: string;
  readonly value: number;
  readonly better: 'lower' | 'higher';
  /** By what part of the baseline it may be worse before that counts; wide enough for the noise of the benchmark. */
  readonly tolerance: number;
}

export interface Table {
  readonly title: string;
  readonly rows: readonly Row[];
}

export class Report {
  readonly tables: Table[] = [];
  readonly ratios: Ratio[] = [];
  readonly notes: string[] = [];
  readonly #print: (text: string) => void;

  constructor(print: (text: string) => void = console.log) {
    this.#print = print;
  }

  note(line: string): void {
    this.notes.push(line);
    this.#print(line);
  }

  /** A table of Markdown, to be pasted into the docs; the keys of the first row are its columns. */
  table(rows: readonly Row[], title = ''): void {
    this.tables.push({ title, rows });
    const columns = Object.keys(rows[0] ?? {});
    const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
    const rules = columns.map((column) => (rows.some((row) => typeof row[column] === 'number') ? '--:' : ':--'));
    if (title) this.#print(`\n${title}\n`);
    for (const cells of [columns, rules, ...rows.map((row) => columns.map((column) => row[column] ?? ''))])
      this.#print(line(cells));
  }

  ratio(name: string, value: number, options: Partial<Pick<Ratio, 'better' | 'tolerance'>> = {}): void {
    this.ratios.push({ name, value: Number(value.toPrecision(3)), better: 'lower', tolerance: 0.15, ...options });
  }
}
