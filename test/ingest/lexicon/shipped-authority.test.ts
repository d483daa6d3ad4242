import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { AuthorityRecord } from '../../../ingest/lexicon/authority-record.js';
import { shippedAuthority } from '../../../ingest/lexicon/load-authority.js';
import { entityId } from '../../../src/model/entity-id.js';
import type { EntityKind } from '../../../src/model/ontology.js';
import { foldName } from '../../../src/names/fold-name.js';

const folder = 'ingest/lexicon/authority';
const all = shippedAuthority();
const byId = new Map(all.map((record) => [record.id, record]));
/** People are named by rules of their own (surnames, initials); their rows have their own test. */
const records = all.filter(({ kind }) => kind !== 'PERSON');

/** Names that two entities rightly share once diacritics are gone, with the reason. */
const shared: Record<string, string> = {
  chongju: "Chŏngju in the North and Ch'ŏngju in the South, which differ by a breath mark",
};

/** Words that a text uses for whatever body, country or paper it speaks of. */
const commonWords = new Set(
  (
    'the party|party|congress|government|cabinet|embassy|ministry|ministry of foreign affairs|foreign ministry|council of ministers|' +
    'central committee|presidium|politburo|plenum|army|parliament|national assembly|assembly|agency|newspaper|state|country|' +
    'conference|meeting|agreement|treaty|armistice|plan|north|south|east|west|center|war|crisis|communist party|workers party|democratic party|press|radio'
  ).split('|'),
);

function parents({ within, partOf, organizer }: AuthorityRecord): readonly [string | undefined, EntityKind][] {
  return [
    [within, 'PLACE'],
    [partOf, 'ORGANIZATION'],
    [organizer, 'ORGANIZATION'],
  ];
}

/** The identifiers met by following one field upward; a circle ends in an error. */
function chain(record: AuthorityRecord, field: 'within' | 'partOf'): string[] {
  const ids = [record.id];
  for (let up = record[field]; up !== undefined; up = byId.get(up)?.[field]) {
    if (ids.includes(up)) throw new Error(`${record.id} lies in itself: ${[...ids, up].join(' < ')}`);
    ids.push(up);
  }
  return ids;
}

describe('the authority files', () => {
  it('hold what the period needs', () => {
    const count = (kind: EntityKind) => records.filter((record) => record.kind === kind).length;
    expect(count('PLACE')).toBeGreaterThanOrEqual(500);
    expect(count('ORGANIZATION')).toBeGreaterThanOrEqual(350);
    expect(count('PUBLICATION')).toBeGreaterThanOrEqual(80);
    expect(count('AGREEMENT')).toBeGreaterThanOrEqual(80);
    expect(count('EVENT')).toBeGreaterThanOrEqual(120);
  });

  it('name each record by the identifier that its name gives', () => {
    expect(records.filter(({ id, kind, name }) => id !== entityId(kind, name)).map(({ id }) => id)).toEqual([]);
  });

  it('refer only to records that exist and are of the right kind', () => {
    const dangling = all.flatMap((record) =>
      parents(record)
        .filter(([parent, kind]) => parent !== undefined && byId.get(parent)?.kind !== kind)
        .map(([parent]) => `${record.id} → ${parent}`),
    );
    expect(dangling).toEqual([]);
  });

  it('run up to a country or a region, never in a circle', () => {
    for (const record of records) chain(record, 'partOf');
    const adrift = records
      .filter(({ placeType }) => placeType === 'city' || placeType === 'province' || placeType === 'district')
      .filter((record) => chain(record, 'within').length < 2);
    expect(adrift.map(({ id }) => id)).toEqual([]);
  });

  it('give every place its type, and adjectives to places alone', () => {
    const isPlace = ({ kind }: AuthorityRecord) => kind === 'PLACE';
    expect(records.filter((record) => isPlace(record) !== (record.placeType !== undefined))).toEqual([]);
    expect(records.filter(({ adjectives, people }) => adjectives ?? people).every(isPlace)).toBe(true);
  });

  it('share a name between two records only where the list above says why', () => {
    const owners = new Map<string, Set<string>>();
    for (const { id, name, aliases } of records) {
      for (const form of [name, ...aliases]) {
        const folded = foldName(form);
        owners.set(folded, (owners.get(folded) ?? new Set()).add(id));
      }
    }
    const ambiguous = [...owners].filter(([, ids]) => ids.size > 1).map(([name]) => name);
    expect(ambiguous.sort()).toEqual(Object.keys(shared).sort());
  });

  it('hold no name that ordinary text uses for something else', () => {
    const common = records.flatMap(({ id, name, aliases }) =>
      [name, ...aliases].filter((form) => commonWords.has(foldName(form))).map((form) => `${id}: ${form}`),
    );
    expect(common).toEqual([]);
  });

  it.each(readdirSync(folder).filter((name) => !name.startsWith('people') && !name.startsWith('persons')))(
    '%s is sorted by identifier, keeps the order of fields, and stays readable',
    (name) => {
      const lines = readFileSync(join(folder, name), 'utf8').trimEnd().split('\n');
      const rows = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
      const fields =
        'id kind name aliases description within partOf adjectives people placeType coordinates surname date organizer'.split(
          ' ',
        );
      expect(rows.map(({ id }) => id)).toEqual(rows.map(({ id }) => id).sort());
      for (const row of rows) {
        expect(Object.keys(row)).toEqual(fields.filter((field) => field in row));
      }
      expect(lines.length).toBeLessThanOrEqual(300);
    },
  );
});
