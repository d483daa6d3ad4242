import type { ExportedGraph } from './exported-graph.js';

export interface ExportFormat {
  /** What the command line and the address of a download call it. */
  readonly name: string;
  /** Name of the downloaded file. */
  readonly fileName: string;
  readonly mediaType: string;
  /** Whether it is no text, which a terminal can't show. */
  readonly isBinary?: boolean;
  /** Reads the graph while it is being written: whoever stops reading this stops the store too. */
  write(graph: ExportedGraph): AsyncIterable<string | Uint8Array>;
}
