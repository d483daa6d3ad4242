import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { isInt } from 'neo4j-driver';
import type { GraphBatch } from '../../src/model/records.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { openNeo4jStore } from '../../src/store/neo4j/neo4j-store.js';
import { hops } from '../../src/store/neo4j/relationship-types.js';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js';
import { fewRelations, mostRankedTies } from '../../src/store/tie-ranking.js';
import { claimDatabase, claimTimeoutMs, type ExclusiveDatabase } from '../neo4j-server/exclusive-database.js';
import { describeWith, neo4jRequirement } from '../requirements.js';
import { graphBatch, type RelationSpec } from './graph-batch-fixture.js';
import { randomNumbers } from './random-numbers.js';

jest.setTimeout(240_000);

/** Met by so many that not all ties are ranked. */
const hub = 'person:hub';
const other = 'organization:committee';
/** Met the hub, too, and their identifiers come so late that neither ranks the other. */
const second = 'person:z';
const people = mostRankedTies + 150;
const person = (n: number) => `person:p${String(n).padStart(4, '0')}`;

/** Seldom more than three pieces of evidence, so that many ties weigh the same and identifiers decide. */
function met(n: number, times: number): RelationSpec {
  return { type: 'MET_WITH', source: hub, target: person(n), evidence: Array.from({ length: times }, () => null) };
}

function many(key: string, relations: readonly RelationSpec[]): GraphBatch {
  return graphBatch({ key, relations });
}

/** Both hubs, each of whom met the other once, and of some a second relation, or a committee. */
function first(): readonly GraphBatch[] {
  const all = Array.from({ length: people }, (_, n) => n);
  return [
    many(
      'a',
      all.map((n) => met(n, 1 + (n % 3))),
    ),
    many('b', [
      ...all.slice(0, 100).map((n) => ({ type: 'MEMBER_OF', source: person(n), target: other }) as const),
      { type: 'MEMBER_OF', source: hub, target: other },
      { type: 'MET_WITH', source: hub, target: hub },
      { type: 'MET_WITH', source: hub, target: second },
    ]),
    many(
      'c',
      all.slice(0, mostRankedTies + 20).map(
        (n): RelationSpec => ({
          type: 'MET_WITH',
          source: person(n),
          target: second,
          evidence: n % 2 === 0 ? [null] : [null, null],
        }),
      ),
    ),
  ];
}

function numbers(_: string, value: unknown): unknown {
  return isInt(value) ? value.toNumber() : value;
}

/** Small documents about some of these and a few others; now and then one comes anew, otherwise, or goes. */
function* changes(): Generator<{ readonly put?: GraphBatch; readonly drop?: string }> {
  const random = randomNumbers(3);
  const below = (limit: number) => Math.floor(random() * limit);
  for (let step = 0; step < 14; step += 1) {
    const key = `small${below(6)}`;
    if (random() < 0.25) yield { drop: `document:${key}` };
    const whom = [...new Set(Array.from({ length: 1 + below(12) }, () => below(people + 40)))];
    yield {
      put: many(
        key,
        whom.map((n) => met(n, 1 + below(3))),
      ),
    };
  }
}

const kept = `
  MATCH (k:TieRanking)-[t:RANKS]->(o)
  WITH k, o, t ORDER BY t.weight DESC, o.id
  WITH k, collect([o.id, t.weight, t.relations]) AS ties
  RETURN k.id AS id, k.entity AS entity, k.kind AS kind, k.neighbours AS neighbours, k.relations AS relations, k.least AS least, ties ORDER BY id`;
const summedUp = `
  MATCH (e:Entity)-[r:${hops}]-(o)
  WITH e, collect([o, r]) AS met WHERE size(met) > ${fewRelations}
  UNWIND met AS one WITH e, one[0] AS o, one[1] AS r WHERE o <> e
  WITH e, o, sum(r.weight) AS weight, count(r) AS relations ORDER BY weight DESC, o.id
  WITH e, o.kind AS kind, count(*) AS neighbours, sum(relations) AS relations,
    collect([o.id, weight, relations])[..${mostRankedTies}] AS ties
  RETURN e.id + ' ' + kind AS id, e.id AS entity, kind, neighbours, relations, ties[-1][1] AS least, ties ORDER BY id`;

describeWith(neo4jRequirement(), 'ties of an entity of many relations on Neo4j', (access) => {
  let database: ExclusiveDatabase;
  let neo4j: GraphStore;
  let sqlite: GraphStore;

  beforeAll(async () => {
    database = await claimDatabase(access);
    neo4j = await openNeo4jStore(access.url, access);
    sqlite = await openSqliteStore(':memory:');
    for (const store of [sqlite, neo4j]) await store.putDocuments(first());
  }, claimTimeoutMs);
  afterAll(async () => {
    await sqlite.close();
    await neo4j.close();
    await database.release();
  });

  async function rows(cypher: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
    const { records } = await database.driver.executeQuery(cypher);
    return records.map((record) => JSON.parse(JSON.stringify(record.toObject(), numbers)) as Record<string, unknown>);
  }

  async function expectRanked(): Promise<void> {
    const rankings = await rows(kept);
    expect(rankings.length).toBeGreaterThan(0);
    expect(rankings).toEqual(await rows(summedUp));
  }

  async function expectSameAnswers(): Promise<void> {
    const asked = { centers: [hub], depth: 1, limit: 300, breadth: 200, edgeLimit: 100, filter: {} };
    for (const question of [
      asked,
      { ...asked, depth: 2, limit: 2_000, breadth: 1_000 },
      { ...asked, filter: { kinds: ['ORGANIZATION'] as const } },
      { ...asked, centers: [hub, other], depth: 2, edgeLimit: 1_000 },
      { ...asked, centers: [second], depth: 2, edgeLimit: 150 },
      { ...asked, centers: [second, hub], limit: 2, edgeLimit: 20_000 },
      { ...asked, edgeLimit: 20_000 },
    ]) {
      expect(await neo4j.neighbourhood(question)).toEqual(await sqlite.neighbourhood(question));
    }
    const { thinned } = await sqlite.neighbourhood(asked);
    const after = thinned?.find(({ id }) => id === hub)?.after;
    expect(typeof after).toBe('string');
    const rest = { ...asked, after: after ?? '' };
    expect(await neo4j.neighbourhood(rest)).toEqual(await sqlite.neighbourhood(rest));
  }

  it('are ranked, the first of them', async () => {
    await expectRanked();
    const [ofOrganizations, ofPeople, ofSecond] = await rows(kept);
    expect(ofOrganizations).toMatchObject({ id: `${hub} ORGANIZATION`, neighbours: 1 });
    expect(ofPeople).toMatchObject({ id: `${hub} PERSON`, neighbours: people + 1 });
    expect(ofPeople?.ties).toHaveLength(mostRankedTies);
    expect(JSON.stringify([ofPeople, ofSecond?.ties])).not.toContain(`"${second}"`);
  });

  it('answer as those that are summed up', expectSameAnswers);

  it('are still so after documents came, changed and went', async () => {
    for (const { put, drop } of changes()) {
      for (const store of [sqlite, neo4j]) {
        if (drop !== undefined) await store.deleteDocument(drop);
        if (put !== undefined) await store.putDocument(put);
      }
      await expectRanked();
    }
    await expectSameAnswers();
  });

  it('are not ranked any more once they are few', async () => {
    for (const id of ['document:a', 'document:c']) {
      for (const store of [sqlite, neo4j]) await store.deleteDocument(id);
    }
    expect(await rows(kept)).toEqual([]);
    expect(await rows('MATCH (k:TieRanking) RETURN k')).toEqual([]);
  });
});
