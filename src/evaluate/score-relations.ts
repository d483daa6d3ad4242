import type { ExtractedRelation } from '../model/document-graph.js';
import { type RelationType, relationTypes } from '../model/ontology.js';
import type { AnnotatedDocument } from './annotated-document.js';
import type { Counts } from './counts.js';
import type { Finding, Passage } from './finding.js';
import type { Pairing } from './score-document.js';

/** Facts of the document rather than of what it tells. */
const unscored = new Set(['AUTHORED', 'MENTIONS']);

interface Triple {
  readonly type: string;
  readonly source: string;
  readonly target: string;
}

function isSymmetric(type: string): boolean {
  return Object.hasOwn(relationTypes, type) && relationTypes[type as RelationType].symmetric;
}

/** Equal for the same relation; a symmetric one has no direction. */
function relationKey({ type, source, target }: Triple): string {
  const ends = [source, target];
  return JSON.stringify([type, ...(isSymmetric(type) ? ends.sort() : ends)]);
}

/** Equal for two relations between the same ends. */
function pairKey({ source, target }: Triple): string {
  return JSON.stringify([...new Set([source, target])].sort());
}

function keyed(triples: readonly Triple[], key: (triple: Triple) => string): Map<string, Triple> {
  return new Map(triples.map((triple) => [key(triple), triple]));
}

function common(a: ReadonlyMap<string, Triple>, b: ReadonlyMap<string, unknown>): Triple[] {
  return [...a].flatMap(([key, triple]) => (b.has(key) ? [triple] : []));
}

/** What the annotation asks for, and what it is indifferent to. */
function readAnnotation({ entities, relations, co_present: coPresent }: AnnotatedDocument) {
  const optionalEntities = new Set(entities.filter(({ optional }) => optional).map(({ id }) => id));
  const touchesOptional = ({ source, target }: Triple) => optionalEntities.has(source) || optionalEntities.has(target);
  const scored = relations.filter(({ type }) => !unscored.has(type));
  const optional = keyed(
    scored.filter(({ optional }) => optional),
    relationKey,
  );
  const all = scored.filter(({ optional }) => !optional);
  const core = new Set(all.filter((relation) => relation.core).map(relationKey));
  const needed = keyed(
    all.filter((relation) => !touchesOptional(relation)),
    relationKey,
  );
  const isNeutral = (triple: Triple) =>
    optional.has(relationKey(triple)) ||
    (triple.type === 'MET_WITH' &&
      coPresent.some((set) => set.includes(triple.source) && set.includes(triple.target))) ||
    touchesOptional(triple);
  return {
    needed,
    neededCore: keyed(
      [...needed.values()].filter((triple) => core.has(relationKey(triple))),
      relationKey,
    ),
    pairs: keyed(all, pairKey),
    isNeutral,
    touchesOptional,
  };
}

/**
 * Strict: same type, same ends, same direction. Relaxed: same ends. An end that is aligned to no annotated entity
 * makes a relation wrong, and so does a relation of something with itself.
 */
export function scoreRelations(
  found: readonly ExtractedRelation[],
  annotated: AnnotatedDocument,
  { annotatedId, mentioned }: Pairing,
  counts: Counts,
): Finding[] {
  const { needed, neededCore, pairs, isNeutral, touchesOptional } = readAnnotation(annotated);
  const sound: Triple[] = [];
  const broken: Triple[] = [];
  const evidence = new Map<string, Passage[]>();
  for (const { type, source, target, evidence: passages } of found) {
    if (unscored.has(type)) continue;
    const [from, to] = [annotatedId(source), annotatedId(target)];
    const isUnaligned = from === null || to === null;
    const triple = isUnaligned ? { type, source, target } : { type, source: from, target: to };
    (isUnaligned || from === to ? broken : sound).push(triple);
    const key = relationKey(triple);
    evidence.set(key, [...(evidence.get(key) ?? []), ...passages]);
  }
  const soundByKey = keyed(sound, relationKey);
  const bad = keyed(broken, relationKey);
  const hits = common(soundByKey, needed);
  const wrong = [...soundByKey].flatMap(([key, triple]) => (needed.has(key) || isNeutral(triple) ? [] : [triple]));
  counts.add('relations.annotated', needed.size);
  counts.add('relations.core', neededCore.size);
  counts.add('relations.hit', hits.length);
  counts.add('relations.found', hits.length + wrong.length + bad.size);
  counts.add('relations.coreHit', common(soundByKey, neededCore).length);
  counts.add('relations.unaligned', bad.size);
  for (const { type } of needed.values()) counts.add(`relations.annotated:${type}`);
  for (const { type } of hits) counts.add(`relations.hit:${type}`);
  for (const { type } of [...wrong, ...bad.values(), ...hits]) counts.add(`relations.found:${type}`);

  const soundPairs = keyed(sound, pairKey);
  const neutralPairs = keyed(sound.filter(isNeutral), pairKey);
  const neededPairs = keyed([...needed.values()], pairKey);
  const corePairs = keyed([...neededCore.values()], pairKey);
  const hitPairs = common(soundPairs, neededPairs).length;
  const wrongPairs = [...soundPairs].filter(
    ([key, pair]) => !pairs.has(key) && !neutralPairs.has(key) && !touchesOptional(pair),
  ).length;
  counts.add('pairs.annotated', neededPairs.size);
  counts.add('pairs.core', corePairs.size);
  counts.add('pairs.hit', hitPairs);
  counts.add('pairs.found', hitPairs + wrongPairs + keyed(broken, pairKey).size);
  counts.add('pairs.coreHit', common(soundPairs, corePairs).length);

  const written = ({ type, source, target }: Triple) => `${source} ${type} ${target}`;
  return [
    ...[...needed].flatMap(([key, triple]): Finding[] =>
      soundByKey.has(key)
        ? []
        : [
            {
              what: 'missed',
              text: written(triple),
              place: { together: [triple.source, triple.target].map(mentioned) },
            },
          ],
    ),
    ...[...wrong, ...bad.values()].map(
      (triple): Finding => ({
        what: 'invented',
        text: written(triple),
        place: { passages: evidence.get(relationKey(triple)) ?? [] },
      }),
    ),
  ];
}
