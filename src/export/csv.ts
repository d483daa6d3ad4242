import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import { ZipFile } from 'yazl';
import {
  type Attribute,
  edgeAttributes,
  edgeLabel,
  joinedList,
  nodeAttributesOf,
  nodeId,
  nodeLabel,
  placeAttributes,
} from './attributes.js';
import type { ExportFormat } from './export-format.js';
import type { ExportedEdge, ExportedGraph, ExportedNode } from './exported-graph.js';
import { plainText } from './plain-text.js';

function nodeColumns(graph: ExportedGraph): readonly Attribute<ExportedNode>[] {
  return [
    { name: 'id', type: 'string', value: nodeId },
    { name: 'label', type: 'string', value: nodeLabel },
    ...nodeAttributesOf(graph),
    ...(graph.isDrawn ? placeAttributes : []),
  ];
}
const edgeColumns: readonly Attribute<ExportedEdge>[] = [
  { name: 'id', type: 'string', value: ({ relation }) => relation.id },
  { name: 'source', type: 'string', value: ({ relation }) => relation.source },
  { name: 'target', type: 'string', value: ({ relation }) => relation.target },
  { name: 'label', type: 'string', value: edgeLabel },
  { name: 'weight', type: 'integer', value: ({ relation }) => relation.weight },
  ...edgeAttributes,
];

/** The same in every time zone, since ZIP keeps local time: the same graph is the same file. */
const timeInArchive = new Date(1980, 0, 1);

/**
 * A spreadsheet runs what begins with `=`, `+`, `-`, `@`; `escape_formulas` puts an apostrophe before it. One goes before
 * an apostrophe too, so that a program gets the text back by taking off the first one of any cell.
 *
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
function cell<T>({ value }: Attribute<T>, item: T): string | number {
  const given = value(item);
  if (typeof given === 'number') return given;
  if (given === null) return '';
  const text = plainText(typeof given === 'object' ? joinedList(given) : String(given));
  return text.startsWith("'") ? `'${text}` : text;
}

/** RFC 4180: lines end in CR LF. Every cell with either is quoted, though only the two together would part lines. */
function printedRows(rows: readonly (readonly (string | number)[])[]): string {
  return stringify(rows as (string | number)[][], {
    record_delimiter: 'windows',
    escape_formulas: true,
    quoted_match: /[\r\n]/,
  });
}

async function* table<T>(columns: readonly Attribute<T>[], pages: AsyncIterable<readonly T[]>): AsyncGenerator<Buffer> {
  yield Buffer.from(printedRows([columns.map(({ name }) => name)]));
  for await (const page of pages) yield Buffer.from(printedRows(page.map((item) => columns.map((c) => cell(c, item)))));
}

/** Two tables, nodes.csv and edges.csv, in one ZIP archive: what spreadsheets, pandas and R read one by one. */
export const csv: ExportFormat = {
  name: 'csv',
  fileName: 'diplograph-csv.zip',
  mediaType: 'application/zip',
  isBinary: true,
  async *write(graph) {
    const archive = new ZipFile();
    const output = archive.outputStream as Readable;
    const sources: Readable[] = [];
    const add = (name: string, rows: () => AsyncIterable<Buffer>) =>
      archive.addReadStreamLazy(name, { mtime: timeInArchive, forceDosTimestamp: true }, (ready) => {
        const source = Readable.from(rows());
        // The archive's stream doesn't know of errors before it.
        source.on('error', (error) => output.destroy(error));
        sources.push(source);
        ready(null, source);
      });
    add('nodes.csv', () => table(nodeColumns(graph), graph.nodes()));
    add('edges.csv', () => table(edgeColumns, graph.edges()));
    archive.end();
    try {
      for await (const chunk of output) yield chunk as Uint8Array;
    } finally {
      for (const source of sources) source.destroy();
    }
  },
};
