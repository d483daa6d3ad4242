import { closeSync, openSync, writeSync } from 'node:fs';
import { StoreRefusedError } from '../../errors.js';

/** How neo4j-admin reads a column. */
export type ColumnType = 'string' | 'string[]' | 'long' | 'double';
export type Columns = Readonly<Record<string, ColumnType>>;

/** Between the elements of a list: the unit separator of ASCII, which no name holds. */
const listSeparator = '\u001f';
/** As neo4j-admin takes it. */
export const arrayDelimiter = 'U+001F';
const bufferedCharacters = 1 << 20;

/** RFC 4180, always quoted: an empty text is a text, and what isn't there is left out. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return quoted(value);
  if (!Array.isArray(value)) throw new TypeError('a property is a text, a number or a list of texts');
  const elements = value as readonly string[];
  if (elements.some((element) => element.includes(listSeparator))) {
    throw new StoreRefusedError(
      'A list holds U+001F, which stands between the elements of a list in the files.',
      'Write the store to Neo4j with "diplograph ingest" instead.',
    );
  }
  return quoted(elements.join(listSeparator));
}

/** One file of neo4j-admin: a header, and a line for each node or relationship. */
export class ImportTable {
  readonly #file: number;
  readonly #columns: readonly string[];
  #waiting: string;
  /** Of a single field, in characters: neo4j-admin's buffer has to hold it. */
  longestField = 0;
  rows = 0;

  /** @param ends - Columns that identify a node or the ends of a relationship, as the header writes them. */
  constructor(path: string, ends: readonly string[], columns: Columns) {
    this.#file = openSync(path, 'w');
    this.#columns = Object.keys(columns);
    const header = [...ends, ...this.#columns.map((column) => `${column}:${columns[column] ?? 'string'}`)];
    this.#waiting = `${header.join(',')}\n`;
  }

  /** @param ends - In the order of the constructor's. @param properties - Those that have no column are left out. */
  add(ends: readonly string[], properties: Readonly<Record<string, unknown>> = {}): void {
    const cells = [...ends.map(quoted), ...this.#columns.map((column) => cell(properties[column]))];
    for (const { length } of cells) if (length > this.longestField) this.longestField = length;
    this.#waiting += `${cells.join(',')}\n`;
    this.rows += 1;
    if (this.#waiting.length > bufferedCharacters) this.#flush();
  }

  close(): void {
    this.#flush();
    closeSync(this.#file);
  }

  #flush(): void {
    writeSync(this.#file, this.#waiting);
    this.#waiting = '';
  }
}
