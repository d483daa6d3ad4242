import { Drawing } from '../drawing/drawing.js';
import type { LayoutName } from '../drawing/layouts.js';
import type { DocumentRecord, EntityRecord, EvidenceRecord, RelationRecord } from '../model/records.js';
import type { GraphStore, Page, PageRequest, Subgraph } from '../store/graph-store.js';
import type { ExportFilter } from './export-filter.js';
import { createIdSet } from './id-set.js';

export type ExportedNode =
  | { readonly type: 'entity'; readonly record: EntityRecord; readonly drawn?: DrawnNode }
  | { readonly type: 'document'; readonly record: DocumentRecord };

/** How a node is drawn. */
export interface DrawnNode {
  /** Wide enough for nodes of a size of 40. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly degree: number;
  readonly betweenness: number;
  readonly pageRank: number;
  readonly community: number;
}

/** A relation with the first passage that it rests on, so that it can be read back from the file alone. */
export interface ExportedEdge {
  readonly relation: RelationRecord;
  /** First by date, document and place, as `evidencePages` orders them. */
  readonly evidence: EvidenceRecord;
  readonly document: DocumentRecord;
}

/** What is written, page by page: all nodes before the first edge, each once. */
export interface ExportedGraph {
  /** Whether the nodes are drawn. */
  readonly isDrawn: boolean;
  nodes(): AsyncIterable<readonly ExportedNode[]>;
  /** To be read after the nodes: an edge is there when both its ends were. */
  edges(): AsyncIterable<readonly ExportedEdge[]>;
}

/** Records in memory at once. A page of edges costs three calls of the store. */
const pageSize = 500;

type ReadPage<T> = (page: PageRequest) => Promise<readonly Page<T>[]>;

async function* pagesOf<T>(read: ReadPage<T>): AsyncGenerator<readonly T[]> {
  for (let after: string | undefined; ; ) {
    const [page] = await read({ first: pageSize, after });
    if (page === undefined || page.items.length === 0) return;
    yield page.items.map(({ record }) => record);
    after = page.items.at(-1)?.cursor;
    if (!page.hasNextPage) return;
  }
}

function* slicesOf<T>(records: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < records.length; from += pageSize) yield records.slice(from, from + pageSize);
}

async function* nodePages(store: GraphStore, { kinds, documents }: ExportFilter): AsyncGenerator<ExportedNode[]> {
  if (kinds === undefined || kinds.length > 0) {
    for await (const page of pagesOf((request) => store.entityPages([null], { kinds }, request))) {
      yield page.map((record) => ({ type: 'entity', record }));
    }
  }
  if (!documents) return;
  for await (const page of pagesOf((request) => store.documentPages([null], {}, request))) {
    yield page.map((record) => ({ type: 'document', record }));
  }
}

async function* relationPages(store: GraphStore, filter: ExportFilter): AsyncGenerator<readonly RelationRecord[]> {
  const { kinds, types, modality } = filter;
  if (kinds !== undefined && kinds.length === 0) return;
  yield* pagesOf((request) => store.relationPages([null], { kinds, types, modality }, request));
}

/** Leaves out what lost its evidence while the file was being written: its document was deleted or replaced. */
async function withEvidence(store: GraphStore, relations: readonly RelationRecord[]): Promise<ExportedEdge[]> {
  if (relations.length === 0) return [];
  const pages = await store.evidencePages(
    relations.map(({ id }) => id),
    { first: 1 },
  );
  const passages = pages.map(({ items }) => items[0]?.record);
  const ids = [...new Set(passages.flatMap((passage) => passage?.document ?? []))];
  const nodes = await store.nodes(ids);
  const documents = new Map(
    nodes.flatMap((node) => (node?.type === 'document' ? [[node.record.id, node.record]] : [])),
  );
  return relations.flatMap((relation, at) => {
    const evidence = passages[at];
    const document = evidence && documents.get(evidence.document);
    return evidence && document ? [{ relation, evidence, document }] : [];
  });
}

/** Half the width of a picture, for each node that would stand in a row: they have about twice their size to themselves. */
const spread = 50;

async function drawnNodes({ entities, relations }: Subgraph, layout: LayoutName): Promise<readonly ExportedNode[]> {
  const drawing = new Drawing({ entities, relations });
  const half = spread * Math.sqrt(entities.length);
  // A thousandth is finer than any screen, and keeps the numbers short.
  const placed = (value: number) => Math.round(value * half * 1_000) / 1_000 + 0;
  return Promise.all(
    entities.map(async (record): Promise<ExportedNode> => {
      const { id } = record;
      const { x, y } = await drawing.place(layout, id);
      const drawn = {
        x: placed(x),
        y: placed(y),
        size: drawing.size(id),
        degree: drawing.degree(id),
        betweenness: await drawing.betweenness(id),
        pageRank: await drawing.pageRank(id),
        community: await drawing.community(id),
      };
      return { type: 'entity', record, drawn };
    }),
  );
}

/**
 * The graph of a store under a filter, read page by page while it is being written to a file.
 *
 * Other writers may come and go meanwhile. An edge whose ends were not among the nodes is left out, so that the file is
 * a whole graph whatever happened; that costs eight bytes of memory a node, and nothing else grows with the graph.
 */
export function exportedGraph(store: GraphStore, filter: ExportFilter): ExportedGraph {
  const written = createIdSet();
  let network: Promise<Subgraph> | undefined;
  const cut = (limit: number): Promise<Subgraph> => {
    const { kinds, types, modality } = filter;
    network ??= store.network({ kinds, types, modality }, limit);
    return network;
  };
  const networkNodes = async (limit: number): Promise<readonly ExportedNode[]> => {
    const subgraph = await cut(limit);
    if (filter.layout !== undefined) return drawnNodes(subgraph, filter.layout);
    return subgraph.entities.map((record): ExportedNode => ({ type: 'entity', record }));
  };
  return {
    isDrawn: filter.layout !== undefined,
    async *nodes() {
      const pages = filter.limit === undefined ? nodePages(store, filter) : slicesOf(await networkNodes(filter.limit));
      for await (const page of pages) {
        for (const { record } of page) written.add(record.id);
        yield page;
      }
    },
    async *edges() {
      const pages =
        filter.limit === undefined ? relationPages(store, filter) : slicesOf((await cut(filter.limit)).relations);
      for await (const page of pages) {
        const edges = await withEvidence(
          store,
          page.filter(({ source, target }) => written.has(source) && written.has(target)),
        );
        if (edges.length > 0) yield edges;
      }
    },
  };
}
