import type Libsql from 'libsql';
import type { RawQuestions } from './questions.js';

type Row = Record<string, never>;

const passagesOf = (claim: string, most: number) =>
  `json_object('nodes', (SELECT json_group_array(json_object('quote', e.quote, 'start', e.start, 'end', e.end))
    FROM (SELECT quote, start, end FROM evidence WHERE claim = ${claim}
      ORDER BY sort_date, document, start, sort_key LIMIT ${most}) AS e))`;
/** A row's relation as the questions ask for it. */
const relationJson = (passages: number) => `json_object('id', r.id, 'type', r.type,
  'source', json_object('id', r.source, 'name', s.name),
  'target', CASE WHEN t.id IS NULL THEN json_object('id', r.target) ELSE json_object('id', r.target, 'name', t.name) END,
  'evidence', ${passagesOf('r.id', passages)})`;
const relationsOf = (entity: string, most: number) => `(SELECT json_group_array(json(j)) FROM (
  SELECT ${relationJson(2)} AS j FROM relation_end AS w CROSS JOIN relation AS r ON r.id = w.relation
    LEFT JOIN entity AS s ON s.id = r.source LEFT JOIN entity AS t ON t.id = r.target
  WHERE w.entity = ${entity} ORDER BY w.relation LIMIT ${most}))`;

const among = `SELECT r.id, r.source, r.target, r.type, r.weight FROM relation AS r WHERE r.id IN (
  SELECT w.relation FROM json_each(:ids) AS f CROSS JOIN relation_end AS w ON w.entity = f.value
  WHERE w.other IN (SELECT value FROM json_each(:ids)) AND w.role IN ('OUT', 'BOTH')) ORDER BY r.id`;
const labelled = `SELECT e.id, e.name AS label, e.kind FROM json_each(:ids) AS f CROSS JOIN entity AS e ON e.id = f.value
  ORDER BY f.key`;
const nextHop = `SELECT w.other AS id FROM json_each(:hop) AS f CROSS JOIN relation_end AS w ON w.entity = f.value
  WHERE w.other_kind = 'PERSON' AND w.other NOT IN (SELECT value FROM json_each(:met))
  GROUP BY w.other ORDER BY sum(w.weight) DESC, w.other LIMIT :room`;

/** One more hop towards the other end, persons alone; `:met` is where one has been. */
const hopTowards = `SELECT DISTINCT w.other AS id FROM json_each(:hop) AS f CROSS JOIN relation_end AS w ON w.entity = f.value
  WHERE w.other NOT IN (SELECT value FROM json_each(:met)) AND (w.other_kind = 'PERSON' OR w.other = :end)`;
const firstOf = `SELECT min(other) AS id FROM relation_end
  WHERE entity = :at AND other IN (SELECT value FROM json_each(:level))`;

/** The best SQL we know for each question, prepared once; the answer's JSON is made by SQLite where that is quicker. */
export function rawSql(database: Libsql.Database): RawQuestions {
  const prepared = new Map<string, Libsql.Statement>();
  const all = <T>(sql: string, parameters: Record<string, unknown> = {}): T[] => {
    const statement = prepared.get(sql) ?? database.prepare(sql);
    prepared.set(sql, statement);
    return statement.all(parameters) as T[];
  };
  const json = (sql: string, parameters: Record<string, unknown> = {}): unknown =>
    JSON.parse(all<{ j: string }>(sql, parameters)[0]?.j ?? 'null');
  const ids = (values: readonly string[]) => JSON.stringify(values);
  const graph = (values: readonly string[]) => ({
    nodes: all<Row>(labelled, { ids: ids(values) }),
    edges: all<Row>(among, { ids: ids(values) }),
  });
  const around = (center: string, depth: number, limit: number) => {
    const met = [center];
    let hop = [center];
    for (let distance = 1; distance <= depth; distance += 1) {
      hop = all<{ id: string }>(nextHop, { hop: ids(hop), met: ids(met), room: limit - met.length }).map(
        ({ id }) => id,
      );
      met.push(...hop);
    }
    return { neighbourhood: graph(met) };
  };

  return {
    'an entity': ({ person }) => ({
      entity: json(
        `SELECT json_object('id', id, 'name', name, 'kind', kind, 'aliases', json(aliases), 'description', description,
           'mentionCount', mention_count) AS j FROM entity WHERE id = :person`,
        { person },
      ),
    }),
    'its relations, 2 passages each': ({ person }) => ({
      entity: { relations: { nodes: json(`SELECT ${relationsOf(':person', 100)} AS j`, { person }) } },
    }),
    '50 persons, 8 relations, 2 passages': () => ({
      entities: {
        nodes: json(`SELECT json_group_array(json_object('id', id, 'name', name,
            'relations', json_object('nodes', json(${relationsOf('p.id', 8)})))) AS j
          FROM (SELECT id, name FROM entity WHERE kind = 'PERSON' ORDER BY mention_key LIMIT 50) AS p`),
      },
    }),
    '50 persons, 8 statements, 2 passages': () => ({
      entities: {
        nodes: json(`SELECT json_group_array(json_object('id', id, 'name', name, 'statements', json_object('nodes',
            (SELECT json_group_array(json_object('id', s.id, 'mode', s.mode, 'quote', s.quote, 'evidence', ${passagesOf('s.id', 2)}))
             FROM (SELECT s.* FROM statement_party AS w CROSS JOIN statement AS s ON s.sort_key = w.sort_key
               WHERE w.entity = p.id AND w.roles & 1 ORDER BY w.sort_key LIMIT 8) AS s)))) AS j
          FROM (SELECT id, name FROM entity WHERE kind = 'PERSON' ORDER BY mention_key LIMIT 50) AS p`),
      },
    }),
    'its statements': ({ person }) => ({
      statements: {
        nodes: json(
          `SELECT json_group_array(json_object('date', s.date, 'mode', s.mode, 'quote', s.quote,
             'speaker', json_object('name', p.name),
             'addressees', (SELECT json_group_array(json_object('id', a.id, 'name', a.name)) FROM (
               SELECT e.id, e.name FROM json_each(s.addressees) AS f CROSS JOIN entity AS e ON e.id = f.value
               ORDER BY f.key) AS a),
             'document', json_object('title', d.title))) AS j
           FROM (SELECT s.* FROM statement_party AS w CROSS JOIN statement AS s ON s.sort_key = w.sort_key
             WHERE w.entity = :person AND w.roles & 1 ORDER BY w.sort_key LIMIT 100) AS s
             JOIN entity AS p ON p.id = s.speaker JOIN document AS d ON d.id = s.document`,
          { person },
        ),
      },
    }),
    'its timeline': ({ person }) => ({
      timeline: {
        nodes: all<{ date: string; type: string; id: string }>(
          `SELECT type, date, id FROM (
             SELECT 'EVENT' AS type, date, id, timeline_key AS key FROM entity WHERE timeline_key IS NOT NULL AND id IN (
               SELECT other FROM relation_end WHERE entity = :person AND role = 'OUT' AND type IN ('PARTICIPATED_IN', 'ORGANIZED'))
             UNION ALL SELECT * FROM (SELECT 'STATEMENT', s.date, s.id, s.sort_key
               FROM statement_party AS p CROSS JOIN statement AS s ON s.sort_key = p.sort_key
               WHERE p.entity = :person AND p.sort_key < '~' ORDER BY p.sort_key LIMIT 100)
             UNION ALL SELECT * FROM (SELECT 'DOCUMENT', d.date, d.id, d.sort_key
               FROM contribution AS c CROSS JOIN document AS d ON d.sort_key = c.document_key
               WHERE c.entity = :person AND c.document_key < '~' ORDER BY c.document_key LIMIT 100))
           ORDER BY key LIMIT 100`,
          { person },
        ).map(({ date, type, id }) => ({ date, type, node: { id } })),
      },
    }),
    'neighbourhood, depth 1': ({ person }) => around(person, 1, 100),
    'neighbourhood, depth 2, 500': ({ person }) => around(person, 2, 500),
    'shortest path, 4 hops': ({ person, other }) => {
      // Levels from one end, then down them from the other by the first identifier: the path whose persons come first.
      const levels = [[other]];
      for (const met = new Set([other]); !met.has(person) && levels.length <= 4; ) {
        const asked = { hop: ids(levels.at(-1) ?? []), met: ids([...met]), end: person };
        const level = all<{ id: string }>(hopTowards, asked).map(({ id }) => id);
        for (const id of level) met.add(id);
        levels.push(level);
      }
      if (!levels.at(-1)?.includes(person)) return { path: null };
      const path = [person];
      for (const level of levels.slice(0, -1).reverse()) {
        path.push(all<{ id: string }>(firstOf, { at: path.at(-1) ?? '', level: ids(level) })[0]?.id ?? '');
      }
      const sql =
        'SELECT e.id, e.name FROM json_each(:ids) AS f CROSS JOIN entity AS e ON e.id = f.value ORDER BY f.key';
      return { path: { length: levels.length - 1, entities: all<Row>(sql, { ids: ids(path) }) } };
    },
    'relations among 100': ({ persons }) => ({
      connectionsBetween: {
        nodes: all<{ id: string; type: string; weight: number; source: string; target: string; s: string; t: string }>(
          `SELECT r.*, s.name AS s, t.name AS t FROM (${among} LIMIT 100) AS r
             JOIN entity AS s ON s.id = r.source JOIN entity AS t ON t.id = r.target ORDER BY r.id`,
          { ids: ids(persons) },
        ).map(({ id, type, weight, source, target, s, t }) => ({
          ...{ id, type, weight },
          source: { id: source, name: s },
          target: { id: target, name: t },
        })),
      },
    }),
    'network of 500': () => ({
      network: graph(
        all<{ id: string }>(
          `SELECT entity AS id FROM relation_end WHERE other_kind <> 'DOCUMENT'
           GROUP BY entity ORDER BY sum(weight) DESC, entity LIMIT 500`,
        ).map(({ id }) => id),
      ),
    }),
  };
}
