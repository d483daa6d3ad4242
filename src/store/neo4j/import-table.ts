import { StoreRefusedError } from '../../errors.js';
import { GzipFile } from './gzip-file.js';

/** How neo4j-admin reads a column. */
export type ColumnType = 'string' | 'string[]' | 'long' | 'double';
export type Columns = Readonly<Record<string, ColumnType>>;

/** A column that identifies a node, or one end of a relationship. */
export interface EndColumn {
  readonly header: string;
  /** Whether only the rows of its own document name the node. */
  readonly isOfDocument: boolean;
}

/** The nodes of a label, or the relationships of a type between two labels. */
export interface TableSchema {
  readonly option: '--nodes' | '--relationships';
  /** Labels or type, as the option takes them. */
  readonly labels: string;
  /** What its files are called by. */
  readonly name: string;
  readonly ends: readonly EndColumn[];
  readonly columns: Columns;
}

/** Between the elements of a list: the unit separator of ASCII, which no name holds. */
const listSeparator = '\u001f';
/** As neo4j-admin takes it. */
export const arrayDelimiter = 'U+001F';
const bufferedCharacters = 1 << 20;

export function headerOf({ ends, columns }: TableSchema): string {
  return `${[...ends.map(({ header }) => header), ...Object.entries(columns).map(([column, type]) => `${column}:${type}`)].join(',')}\n`;
}

/** RFC 4180, always quoted: an empty text is a text, and what isn't there is left out. */
function quoted(text: string): string {
  return `"${text.includes('"') ? text.replaceAll('"', '""') : text}"`;
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

/**
 * A file of rows of one table, without its header: several threads write parts of a table. Compressed to a fifth.
 */
export class ImportTable {
  readonly #file: GzipFile;
  readonly #columns: readonly string[];
  #waiting = '';
  /** Of a single field, in characters: neo4j-admin's buffer has to hold it. */
  longestField = 0;
  rows = 0;

  constructor(path: string, { columns }: TableSchema) {
    this.#file = new GzipFile(path);
    this.#columns = Object.keys(columns);
  }

  /** @param ends - Numbers, in the order of the table's. @param properties - Those that have no column are left out. */
  add(ends: readonly string[], properties: Readonly<Record<string, unknown>>): void {
    let line = ends.join(',');
    for (const column of this.#columns) line += `,${this.#measured(cell(properties[column]))}`;
    this.#waiting += `${line}\n`;
    this.rows += 1;
    if (this.#waiting.length > bufferedCharacters) this.#flush();
  }

  close(): void {
    this.#flush();
    this.#file.close();
  }

  #measured(field: string): string {
    if (field.length > this.longestField) this.longestField = field.length;
    return field;
  }

  #flush(): void {
    this.#file.write(this.#waiting);
    this.#waiting = '';
  }
}
