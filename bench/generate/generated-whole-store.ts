import { identityOf } from '../../src/linking/identity.js';
import { matchKeys } from '../../src/linking/match-identities.js';
import { relinkBatch } from '../../src/linking/relink-batch.js';
import { kindOfId } from '../../src/model/entity-id.js';
import { EntityTally } from '../../src/model/entity-tally.js';
import { type EntityKind, entityKindNames } from '../../src/model/ontology.js';
import type { RelationRecord } from '../../src/model/records.js';
import { packSource } from '../../src/store/source-batch.js';
import { byTie, fewRelations, mostRankedTies, type TieRanking } from '../../src/store/tie-ranking.js';
import { WeightChanges } from '../../src/store/tie-weights.js';
import { type DocumentsPart, rangeOfPart, type WholeStore, type WrittenDocument } from '../../src/store/whole-store.js';
import { type Archive, generatedBatch, generatedBatches } from './generated-document.js';

interface NamedEntity {
  readonly kind: EntityKind;
  readonly name: string;
  readonly tally: EntityTally;
  documents: number;
}

type CountedRelation = { -readonly [Field in keyof RelationRecord]: RelationRecord[Field] };

/** What all documents together say. In memory: about a kilobyte an entity and a quarter of one a relation. */
function summedUp(archive: Archive) {
  const entities = new Map<string, NamedEntity>();
  const relations = new Map<string, CountedRelation>();
  for (const batch of generatedBatches(archive)) {
    const documentDate = batch.document.date;
    for (const contribution of batch.entities) {
      const { entity, kind, name } = contribution;
      const known = entities.get(entity) ?? { kind, name, tally: new EntityTally(), documents: 0 };
      known.tally.change([], [{ ...contribution, documentDate }]);
      known.documents += 1;
      entities.set(entity, known);
    }
    for (const relation of batch.relations) {
      if (!relations.has(relation.id)) relations.set(relation.id, { ...relation, date: null, weight: 0 });
    }
    for (const { claim, date } of batch.evidence) {
      const relation = relations.get(claim);
      if (relation === undefined) continue;
      relation.weight += 1;
      if (date !== null && (relation.date === null || date < relation.date)) relation.date = date;
    }
  }
  const weights = new WeightChanges();
  for (const relation of relations.values()) weights.add(relation, relation.weight);
  return { entities, relations, weights };
}

/** Of entities of many relations alone: all pairs of a large archive don't go into memory. */
function* rankingsOf(relations: ReadonlyMap<string, RelationRecord>): Generator<TieRanking> {
  const counts = new Map<string, number>();
  for (const { source, target } of relations.values()) {
    for (const end of source === target ? [] : [source, target]) counts.set(end, (counts.get(end) ?? 0) + 1);
  }
  const hubs = new Map<string, Map<string, { weight: number; relations: number }>>();
  for (const { source, target, weight } of relations.values()) {
    if (source === target || kindOfId(target) === null) continue;
    for (const [hub, to] of [
      [source, target],
      [target, source],
    ] as const) {
      if ((counts.get(hub) ?? 0) <= fewRelations) continue;
      const ties = hubs.get(hub) ?? new Map<string, { weight: number; relations: number }>();
      const tie = ties.get(to) ?? { weight: 0, relations: 0 };
      tie.weight += weight;
      tie.relations += 1;
      hubs.set(hub, ties.set(to, tie));
    }
  }
  for (const [entity, ties] of hubs) {
    for (const kind of entityKindNames) {
      const ofKind = [...ties].filter(([to]) => kindOfId(to) === kind);
      if (ofKind.length === 0) continue;
      const first = ofKind
        .map(([to, { weight, relations: own }]) => [to, weight, own] as const)
        .sort(byTie)
        .slice(0, mostRankedTies);
      const sum = ofKind.reduce((all, [, { relations: own }]) => all + own, 0);
      yield { entity, kind, neighbours: ofKind.length, relations: sum, ties: first };
    }
  }
}

function* documents(archive: Archive, part: DocumentsPart): Generator<WrittenDocument> {
  const { start, end } = rangeOfPart(part, archive.documents);
  for (let n = start; n < end; n += 1) {
    const source = generatedBatch(n, archive);
    yield { source, packed: packSource(source), graph: relinkBatch(source, new Map()) };
  }
}

/**
 * A generated archive as a store would keep it, without one: what goes into a database server need not be written to SQLite before.
 * Names are not compared: each identity is an entity of its own, and no two are proposed as the same.
 */
export function generatedWholeStore(archive: Archive): WholeStore {
  let sums: ReturnType<typeof summedUp> | null = null;
  const summed = () => {
    sums ??= summedUp(archive);
    return sums;
  };
  function* identities() {
    for (const [id, { kind, name, documents }] of summed().entities) {
      const identity = identityOf([{ identity: id, kind, name, authority: null }]);
      const spellings = [{ kind, name, authority: null, documents }];
      yield { ...identity, entity: id, givenName: null, spellings, keys: matchKeys(identity).kept };
    }
  }
  return {
    documents: (part) => documents(archive, part),
    *entities() {
      const { entities, weights } = summed();
      for (const [id, { tally }] of entities) {
        yield { id, tally, givenName: null, weights: weights.applied(id, new Map()) };
      }
    },
    *relations() {
      for (const record of summed().relations.values()) yield { record, titles: null };
    },
    tieRankings: () => rankingsOf(summed().relations),
    identities,
    *nameKeys() {
      const told = new Set<string>();
      for (const { keys } of identities()) {
        for (const key of keys) {
          if (told.has(key)) continue;
          told.add(key);
          yield key;
        }
      }
    },
    matches: () => [],
    ledger: () => [],
    retracted: () => [],
    deletedDocuments: () => [],
    close: () => undefined,
  };
}
