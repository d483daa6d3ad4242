import { parseCoordinates } from '../../src/model/coordinates.js';
import { relationTypes } from '../../src/model/ontology.js';
import type { DocumentRecord, EntityRecord } from '../../src/model/records.js';
import type { GraphStore } from '../../src/store/graph-store.js';

type Fields = Readonly<Record<string, unknown>>;

/** What a store holds, as the documentation of the formats says that a file has it; nothing of `src/export` has a part in it. */
export interface StoredGraph {
  /** By identifier; what a record lacks is `null`. */
  readonly nodes: ReadonlyMap<string, Fields>;
  readonly edges: ReadonlyMap<string, Fields>;
}

const everything = { first: 100_000 };

function entityFields(record: EntityRecord): Fields {
  const { name, coordinates, id: _id, ...rest } = record;
  const point = coordinates === null ? null : parseCoordinates(coordinates);
  return {
    ...rest,
    label: name,
    latitude: point?.latitude ?? null,
    longitude: point?.longitude ?? null,
    archivalReference: null,
    citation: null,
    url: null,
  };
}

function documentFields({ title, summary, date, citation, url, archivalReference }: DocumentRecord): Fields {
  const { archive, ...counted } = archivalReference ?? {};
  const parts = [...(archive ? [archive] : []), ...Object.entries(counted).map((pair) => pair.join(' '))];
  return {
    kind: 'DOCUMENT',
    label: title,
    description: summary,
    date,
    citation,
    url,
    archivalReference: parts.length === 0 ? null : parts.join(', '),
  };
}

export async function storedGraph(store: GraphStore): Promise<StoredGraph> {
  const [entities] = await store.entityPages([null], {}, everything);
  const [documents] = await store.documentPages([null], {}, everything);
  const [relations] = await store.relationPages([null], {}, everything);
  const titles = new Map(documents?.items.map(({ record }) => [record.id, record.title]));
  const nodes = new Map<string, Fields>();
  for (const { record } of entities?.items ?? []) nodes.set(record.id, entityFields(record));
  for (const { record } of documents?.items ?? []) nodes.set(record.id, documentFields(record));
  const edges = new Map<string, Fields>();
  for (const { record } of relations?.items ?? []) {
    const [page] = await store.evidencePages([record.id], everything);
    const evidence = page?.items[0]?.record;
    const { id, ...rest } = record;
    edges.set(id, {
      ...rest,
      label: relationTypes[record.type].forward,
      symmetric: relationTypes[record.type].symmetric,
      evidence: evidence?.id,
      quote: evidence?.quote,
      document: evidence?.document,
      documentTitle: titles.get(evidence?.document ?? ''),
      start: evidence?.start,
      end: evidence?.end,
    });
  }
  return { nodes, edges };
}

/** Without what isn't there, and with lists as the formats without lists write them. */
export function flattened(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => {
      const flat = Array.isArray(value)
        ? value.map((item: string) => item.replaceAll('\\', '\\\\').replaceAll('|', '\\|')).join('|')
        : value;
      return flat === null || flat === '' ? [] : [[name, flat]];
    }),
  );
}

/** What XML and spreadsheets can't hold is U+FFFD there. */
export function withoutForbidden<T>(fields: T): T {
  const text = JSON.stringify(fields, (_key, value: unknown) =>
    typeof value === 'string'
      ? [...value].map((c) => (/[\t\n\r]/.test(c) || !/[\p{Cc}\ufffe\uffff\p{Cs}]/u.test(c) ? c : '\ufffd')).join('')
      : value,
  );
  return JSON.parse(text) as T;
}
