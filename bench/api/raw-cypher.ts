import neo4j from 'neo4j-driver';
import { relationPattern } from '../../src/store/neo4j/relationship-types.js';
import type { RawQuestions } from './questions.js';

const hops = relationPattern().replace(/\|?\bAUTHORED\b/, '');

/** The index is over both: without the second condition all evidence is looked at. */
const passagesOf = (claim: string) => `
    CALL (${claim}) {
      OPTIONAL MATCH (e:Evidence {claim: ${claim}.id}) WHERE e.sortKey >= ''
      WITH e ORDER BY e.sortKey LIMIT 2
      RETURN collect(CASE WHEN e IS NULL THEN null ELSE e {.quote, .start, .end} END) AS passages
    }`;

const relations = (most: string) => `
  CALL (n) {
    MATCH (n)-[r:${relationPattern()}]-()
    WITH DISTINCT r ORDER BY r.id LIMIT ${most}
    OPTIONAL MATCH (s:Entity {id: r.source}) OPTIONAL MATCH (t:Entity {id: r.target})
    ${passagesOf('r')}
    RETURN collect({id: r.id, type: r.type, source: {id: r.source, name: s.name},
      target: CASE WHEN t IS NULL THEN {id: r.target} ELSE {id: r.target, name: t.name} END,
      evidence: {nodes: passages}}) AS relations
  }`;

const edges = `
  UNWIND $ids AS id MATCH (:Entity {id: id})-[r:${hops}]->(o:Entity) WHERE o.id IN $ids
  RETURN r {.id, .source, .target, .type, .weight} AS edge ORDER BY r.id`;
const nodes = 'UNWIND $ids AS id MATCH (n:Entity {id: id}) RETURN {id: n.id, label: n.name, kind: n.kind} AS node';
const nextHop = `
  UNWIND $hop AS id MATCH (:Entity {id: id})-[r:${hops}]-(o:Person) WHERE NOT o.id IN $met
  WITH o.id AS id, sum(r.weight) AS weight ORDER BY weight DESC, id LIMIT $room RETURN id`;

interface Access {
  readonly url: string;
  readonly user: string;
  readonly password: string;
}

/** The best Cypher we know for each question, by the driver alone; a question is one session, whose statements commit by themselves. */
export function openRawCypher({ url, user, password }: Access): { questions: RawQuestions; close(): Promise<void> } {
  const driver = neo4j.driver(url, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });

  type Run = <T>(cypher: string, parameters?: Record<string, unknown>) => Promise<T[]>;
  async function read<T>(work: (run: Run) => Promise<T>): Promise<T> {
    const session = driver.session({ defaultAccessMode: neo4j.session.READ });
    try {
      return await work(async (cypher, parameters = {}) => {
        const { records } = await session.run(cypher, parameters);
        return records.map((record) => record.get(0));
      });
    } finally {
      await session.close();
    }
  }
  const one = (cypher: string, parameters: Record<string, unknown> = {}) =>
    read(async (run) => (await run<unknown>(cypher, parameters))[0] ?? null);
  const all = (cypher: string, parameters: Record<string, unknown> = {}) =>
    read((run) => run<unknown>(cypher, parameters));
  const graph = async (run: Run, ids: readonly string[]) => ({
    nodes: await run(nodes, { ids }),
    edges: await run(edges, { ids }),
  });
  const around = (center: string, depth: number, limit: number) =>
    read(async (run) => {
      const met = [center];
      let hop: readonly string[] = [center];
      for (let distance = 1; distance <= depth; distance += 1) {
        hop = await run<string>(nextHop, { hop, met, room: neo4j.int(limit - met.length) });
        met.push(...hop);
      }
      return { neighbourhood: await graph(run, met) };
    });

  return {
    close: () => driver.close(),
    questions: {
      'an entity': async ({ person }) => ({
        entity: await one(
          'MATCH (n:Entity {id: $person}) RETURN n {.id, .name, .kind, .aliases, .description, .mentionCount}',
          { person },
        ),
      }),
      'its relations, 2 passages each': async ({ person }) => ({
        entity: {
          relations: {
            nodes: await one(`MATCH (n:Entity {id: $person}) ${relations('100')} RETURN relations`, { person }),
          },
        },
      }),
      '50 persons, 8 relations, 2 passages': async () => ({
        entities: {
          nodes: await all(`
            MATCH (n:Person) WITH n ORDER BY n.mentionsKey LIMIT 50 ${relations('8')}
            WITH n, relations ORDER BY n.mentionsKey
            RETURN {id: n.id, name: n.name, relations: {nodes: relations}}`),
        },
      }),
      '50 persons, 8 statements, 2 passages': async () => ({
        entities: {
          nodes: await all(`
            MATCH (n:Person) WITH n ORDER BY n.mentionsKey LIMIT 50
            CALL (n) {
              MATCH (n)<-[:SPOKEN_BY]-(s:Statement) WITH s ORDER BY s.sortKey LIMIT 8 ${passagesOf('s')}
              RETURN collect(s {.id, .mode, .quote, evidence: {nodes: passages}}) AS statements
            }
            WITH n, statements ORDER BY n.mentionsKey
            RETURN {id: n.id, name: n.name, statements: {nodes: statements}}`),
        },
      }),
      'its statements': async ({ person }) => ({
        statements: {
          nodes: await all(
            `MATCH (p:Entity {id: $person})<-[:SPOKEN_BY]-(s:Statement)
             WITH p, s ORDER BY s.sortKey LIMIT 100
             MATCH (d:Document {id: s.document})
             CALL (s) {
               UNWIND range(0, size(s.addressees) - 1) AS i
               MATCH (a:Entity {id: s.addressees[i]}) WITH a ORDER BY i
               RETURN collect(a {.id, .name}) AS addressees
             }
             RETURN {date: s.date, mode: s.mode, quote: s.quote, speaker: {name: p.name}, addressees: addressees,
               document: {title: d.title}}`,
            { person },
          ),
        },
      }),
      'its timeline': async ({ person }) => ({
        timeline: {
          nodes: await all(
            `MATCH (n:Entity {id: $person})
             CALL (n) {
               MATCH (n)-[:PARTICIPATED_IN|ORGANIZED]->(x:Event) WHERE x.timelineKey IS NOT NULL
               RETURN DISTINCT 'EVENT' AS type, x, x.timelineKey AS key
               UNION ALL
               MATCH (n)<-[:SPOKEN_BY|ADDRESSED_TO|ABOUT]-(x:Statement) WHERE x.sortKey < '~'
               WITH DISTINCT x ORDER BY x.sortKey LIMIT 100 RETURN 'STATEMENT' AS type, x, x.sortKey AS key
               UNION ALL
               MATCH (n)<-[:MENTIONS]-(x:Document) WHERE x.sortKey < '~'
               WITH x ORDER BY x.sortKey LIMIT 100 RETURN 'DOCUMENT' AS type, x, x.sortKey AS key
             }
             WITH type, x, key ORDER BY key LIMIT 100
             RETURN {date: x.date, type: type, node: {id: x.id}}`,
            { person },
          ),
        },
      }),
      'neighbourhood, depth 1': ({ person }) => around(person, 1, 100),
      'neighbourhood, depth 2, 500': ({ person }) => around(person, 2, 500),
      'shortest path, 4 hops': async ({ person, other }) => ({
        path: await one(
          `MATCH (a:Entity {id: $person}), (b:Entity {id: $other})
           MATCH p = ALL SHORTEST (a)(()-[:${hops}]-(n WHERE n:Person OR n.id = $other)){1,4}(b)
           WITH p, [n IN nodes(p) | n.id] AS ids ORDER BY ids LIMIT 1
           RETURN {length: length(p), entities: [n IN nodes(p) | n {.id, .name}]}`,
          { person, other },
        ),
      }),
      'relations among 100': async ({ persons }) => ({
        connectionsBetween: {
          nodes: await all(
            `UNWIND $ids AS id MATCH (s:Entity {id: id})-[r:${hops}]->(t:Entity) WHERE t.id IN $ids
             WITH s, r, t ORDER BY r.id LIMIT 100
             RETURN {id: r.id, type: r.type, weight: r.weight, source: s {.id, .name}, target: t {.id, .name}}`,
            { ids: persons },
          ),
        },
      }),
      'network of 500': () =>
        read(async (run) => {
          const ids = await run<string>(
            `MATCH (a:Entity)-[r:${hops}]-(:Entity)
             WITH a, sum(r.weight) AS weight ORDER BY weight DESC, a.id LIMIT 500 RETURN a.id`,
          );
          return { network: await graph(run, ids) };
        }),
    },
  };
}
