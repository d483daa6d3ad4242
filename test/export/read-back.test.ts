import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import cytoscape from 'cytoscape';
import jsonld from 'jsonld';
import JSZip from 'jszip';
import { entityKinds, relationTypes } from '../../src/model/ontology.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { openStore } from '../../src/store/open-store.js';
import { describeWith, networkxRequirement } from '../requirements.js';
import { exportedBytes } from './exported-bytes.js';
import { hostileArchive, hostileNames } from './hostile-archive.js';
import { flattened, type StoredGraph, storedGraph, withoutForbidden } from './stored-graph.js';

type Fields = Record<string, unknown>;

let store: GraphStore;
let stored: StoredGraph;
let folder: string;
beforeAll(async () => {
  store = await openStore('sqlite::memory:');
  for (const batch of hostileArchive) await store.putDocument(batch);
  stored = await storedGraph(store);
  folder = mkdtempSync(join(tmpdir(), 'diplograph-export-'));
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

/** What every flat format has to give back. */
function expected(part: keyof StoredGraph): Record<string, Fields> {
  const items = [...stored[part]].map(([id, fields]) => [id, flattened(fields)]);
  return Object.fromEntries(items) as Record<string, Fields>;
}

it('the archive is worth reading back', () => {
  expect(stored.nodes.size).toBe(Object.keys(hostileNames).length + 5);
  expect(stored.edges.size).toBe(2 * Object.keys(hostileNames).length + 5);
  expect(stored.nodes.get('person:scripts')?.label).toBe(hostileNames['person:scripts']);
});

describeWith(networkxRequirement(), 'networkx reads back', (python) => {
  it.each(['gexf', 'graphml'])('%s', async (format) => {
    const file = join(folder, `graph.${format}`);
    writeFileSync(file, await exportedBytes(store, format));
    const script = new URL('read_graph.py', import.meta.url).pathname;
    const read = JSON.parse(execFileSync(python, [script, file], { encoding: 'utf8', maxBuffer: 1 << 28 })) as {
      directed: boolean;
      nodes: Record<string, Fields>;
      edges: Record<string, Fields>;
    };
    expect(read.directed).toBe(true);
    const colours = Object.values(read.nodes).map(({ viz, ...fields }) => {
      const kind = fields.kind as keyof typeof entityKinds | 'DOCUMENT';
      return [kind === 'DOCUMENT' ? '#8c8c8c' : entityKinds[kind].colour, viz];
    });
    if (format === 'gexf') {
      for (const [hex, viz] of colours) {
        const { r, g, b } = (viz as { color: { r: number; g: number; b: number } }).color;
        expect(`#${Buffer.from([r, g, b]).toString('hex')}`).toBe(hex);
      }
    }
    for (const node of Object.values(read.nodes)) delete node.viz;
    expect(read.nodes).toEqual(withoutForbidden(expected('nodes')));
    expect(read.edges).toEqual(withoutForbidden(expected('edges')));
  });
});

describe('a CSV parser reads back', () => {
  const rowsOf = async (name: string): Promise<Record<string, string>[]> => {
    const archive = await JSZip.loadAsync(await exportedBytes(store, 'csv'), { checkCRC32: true });
    expect(Object.keys(archive.files)).toEqual(['nodes.csv', 'edges.csv']);
    const text = (await archive.file(name)?.async('string')) ?? '';
    return parse<Record<string, string>>(text, { columns: true, record_delimiter: '\r\n' });
  };
  /** As the documentation says: the first apostrophe of a cell goes. */
  const fieldsOf = (row: Record<string, string>): Fields =>
    Object.fromEntries(
      Object.entries(row).flatMap(([name, cell]) => (cell === '' ? [] : [[name, cell.replace(/^'/, '')]])),
    );
  const texts = (fields: Fields): Fields =>
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]));

  it.each(['nodes', 'edges'] as const)('%s.csv', async (part) => {
    const rows = await rowsOf(`${part}.csv`);
    const read = Object.fromEntries(rows.map(({ id = '', ...row }) => [id, fieldsOf(row)]));
    const wanted = Object.entries(withoutForbidden(expected(part))).map(([id, fields]) => [id, texts(fields)]);
    expect(read).toEqual(Object.fromEntries(wanted));
  });

  it('no cell that a spreadsheet would run', async () => {
    for (const name of ['nodes.csv', 'edges.csv']) {
      for (const row of await rowsOf(name)) {
        for (const cell of Object.values(row)) {
          // A number may begin with its sign.
          if (!/^-?\d+(\.\d+)?$/.test(cell)) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
        }
      }
    }
  });
});

it('cytoscape.js reads back', async () => {
  const file = JSON.parse((await exportedBytes(store, 'cytoscape')).toString()) as cytoscape.CytoscapeOptions;
  const graph = cytoscape({ ...file, headless: true });
  const withoutNull = (fields: Readonly<Fields>): Fields =>
    Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
  const read = (elements: cytoscape.CollectionReturnValue): Record<string, Fields> =>
    Object.fromEntries(elements.map((element) => [element.id(), element.data() as Fields]));
  const nodes = Object.fromEntries(
    [...stored.nodes].map(([id, fields]) => [id, { id, name: fields.label, ...withoutNull(fields) }]),
  );
  const edges = Object.fromEntries(
    [...stored.edges].map(([id, fields]) => [id, { id, interaction: fields.type, ...withoutNull(fields) }]),
  );
  expect(read(graph.nodes() as unknown as cytoscape.CollectionReturnValue)).toEqual(nodes);
  expect(read(graph.edges() as unknown as cytoscape.CollectionReturnValue)).toEqual(edges);
  graph.destroy();
});

describe('a JSON-LD processor reads back', () => {
  const crm = 'http://www.cidoc-crm.org/cidoc-crm/';
  const schema = 'https://schema.org/';
  const dg = 'urn:diplograph:ontology:';
  let objects: Map<string, Record<string, { '@id'?: string; '@value'?: unknown }[]> & { '@type': string[] }>;
  const one = (id: string | undefined, property: string) => {
    const values = objects.get(id ?? '')?.[property];
    return values?.length === 1 ? (values[0]?.['@id'] ?? values[0]?.['@value']) : undefined;
  };

  beforeAll(async () => {
    const file = JSON.parse((await exportedBytes(store, 'jsonld')).toString()) as object;
    const flat = (await jsonld.flatten(file, undefined, {
      documentLoader: (url) => Promise.reject(new Error(`The file names ${url}, which would be loaded.`)),
      safe: true,
    } as jsonld.Options.Flatten)) as unknown as (Record<string, never> & { '@id': string; '@type': string[] })[];
    objects = new Map(flat.map((object) => [object['@id'], object]));
  });

  it('every node with its classes of CIDOC-CRM and schema.org', () => {
    for (const [id, fields] of stored.nodes) {
      const iri = `urn:diplograph:${id}`;
      expect(one(iri, `${schema}name`)).toBe(fields.label);
      const spec = entityKinds[fields.kind as keyof typeof entityKinds] as (typeof entityKinds)['PERSON'] | undefined;
      expect(objects.get(iri)?.['@type']).toEqual(
        spec
          ? [dg + spec.typeName, crm + spec.cidoc, schema + spec.schemaOrg]
          : [`${crm}E31_Document`, `${schema}ArchiveComponent`],
      );
      const aliases = objects.get(iri)?.[`${schema}alternateName`]?.map((alias) => alias['@value']) ?? [];
      expect(aliases.sort()).toEqual([...((fields.aliases as string[] | undefined) ?? [])].sort());
    }
    const [geo] = objects.get('urn:diplograph:place:pyongyang')?.[`${schema}geo`] ?? [];
    expect(one(geo?.['@id'], `${schema}latitude`)).toBe(-39.0339);
    expect(one('urn:diplograph:event:plenum', `${schema}startDate`)).toBe('1957-06');
  });

  it('every edge as a claim with its words and its place', () => {
    const claims = [...objects].filter(([, object]) =>
      (object['@type'] as string[] | undefined)?.includes(`${crm}E13_Attribute_Assignment`),
    );
    expect(claims).toHaveLength(stored.edges.size);
    for (const [id, fields] of stored.edges) {
      const iri = `urn:diplograph:${id}`;
      expect(one(iri, `${crm}P140_assigned_attribute_to`)).toBe(`urn:diplograph:${fields.source}`);
      expect(one(iri, `${crm}P141_assigned`)).toBe(`urn:diplograph:${fields.target}`);
      const type = fields.type as keyof typeof relationTypes;
      expect(objects.get(iri)?.[`${crm}P177_assigned_property_of_type`]).toEqual([
        { '@id': dg + type },
        { '@id': crm + relationTypes[type].cidoc },
      ]);
      expect(one(iri, `${crm}P70i_is_documented_in`)).toBe(`urn:diplograph:${fields.document}`);
      expect(one(iri, `${dg}modality`)).toBe(dg + String(fields.modality));
      expect(one(iri, `${schema}roleName`) ?? null).toBe(fields.title);
      expect(one(iri, `${schema}temporalCoverage`) ?? null).toBe(fields.date);
      expect(one(iri, `${dg}weight`)).toBe(fields.weight);
      const passage = one(iri, `${dg}supportedBy`) as string;
      expect(passage).toBe(`urn:diplograph:${fields.evidence}`);
      expect(one(passage, `${schema}text`)).toBe(fields.quote);
      expect([one(passage, `${dg}start`), one(passage, `${dg}end`)]).toEqual([fields.start, fields.end]);
    }
  });

  it('the ontology that the terms come from', () => {
    for (const [type, { forward }] of Object.entries(relationTypes)) {
      expect(one(dg + type, 'http://www.w3.org/2000/01/rdf-schema#label')).toBe(forward);
    }
    expect(objects.get(`${dg}MET_WITH`)?.['@type']).toContain('http://www.w3.org/2002/07/owl#SymmetricProperty');
  });
});
