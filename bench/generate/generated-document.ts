import { entityId } from '../../src/model/entity-id.js';
import type { EntityKind, RelationType } from '../../src/model/ontology.js';
import { relationTypes } from '../../src/model/ontology.js';
import type { GraphBatch } from '../../src/model/records.js';
import {
  type EntitySpec,
  graphBatch,
  type RelationSpec,
  type StatementSpec,
} from '../../test/store/graph-batch-fixture.js';
import { randomNumbers } from '../../test/store/random-numbers.js';

/**
 * Documents of an invented archive with the shape of real ones: each brings somebody new, and speaks mostly of those
 * whom many others speak of, as often as a power law has it (exponent 1: the hundredth of all is named a hundredth as
 * often as the first). The n-th is the same whatever else is generated.
 */
export interface Archive {
  readonly seed: number;
  readonly documents: number;
}

const relationsOfDocument = 12;
const statementsOfDocument = 4;
const entitiesOfDocument = 9;

const consonants = ['b', 'd', 'f', 'g', 'h', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'z'];
const vowels = ['a', 'e', 'i', 'o', 'u'];
const firstSyllables = consonants.flatMap((consonant) => vowels.map((vowel) => consonant + vowel));
/** How many surnames there are for a document. */
const surnamesOfDocument = 0.2;

const verbs: readonly { readonly type: RelationType; readonly to: EntityKind; readonly verb: string }[] = [
  { type: 'MET_WITH', to: 'PERSON', verb: 'met' },
  { type: 'INFORMED', to: 'PERSON', verb: 'informed' },
  { type: 'ASKED', to: 'PERSON', verb: 'asked' },
  { type: 'SUPPORTED', to: 'PERSON', verb: 'supported' },
  { type: 'CRITICIZED', to: 'PERSON', verb: 'criticized' },
  { type: 'VISITED', to: 'PLACE', verb: 'visited' },
  { type: 'MEMBER_OF', to: 'ORGANIZATION', verb: 'was a member of' },
  { type: 'PARTICIPATED_IN', to: 'EVENT', verb: 'took part in' },
];

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Another word for each number, of at least this many syllables. */
function word(number: number, syllables: number): string {
  const parts: string[] = [];
  for (let rest = number; rest > 0 || parts.length < syllables; rest = Math.floor(rest / firstSyllables.length)) {
    parts.push(firstSyllables[rest % firstSyllables.length] ?? '');
  }
  return capital(parts.join(''));
}

function kindOf(entity: number): EntityKind {
  const place = entity % 10;
  if (place < 6) return 'PERSON';
  return (['ORGANIZATION', 'ORGANIZATION', 'PLACE', 'EVENT'] as const)[place - 6] ?? 'EVENT';
}

/** One of so many, the n-th with a chance of 1/n. */
function ranked(random: () => number, many: number): number {
  return Math.min(many - 1, Math.floor(many ** random()) - 1 + Math.floor(random() * 2));
}

function nameOf(entity: number, { seed, documents }: Archive): string {
  const kind = kindOf(entity);
  const own = word(entity, 2);
  if (kind === 'ORGANIZATION') return `${own} League`;
  if (kind === 'PLACE') return `${own}burg`;
  if (kind === 'EVENT') return `conference of ${own}burg`;
  const random = randomNumbers(seed * 7_919 + entity + 1);
  random();
  return `${own} ${word(ranked(random, Math.max(20, Math.floor(documents * surnamesOfDocument))), 3)}`;
}

function entityOf(entity: number, archive: Archive): EntitySpec & { readonly kind: EntityKind; readonly name: string } {
  const name = nameOf(entity, archive);
  const kind = kindOf(entity);
  const mentions = (['name', 'name', 'pronoun'] as const).slice(0, 1 + (entity % 3));
  return { id: entityId(kind, name), kind, name, mentions };
}

function dayOf(random: () => number): string {
  const part = (most: number) => String(1 + Math.floor(random() * most)).padStart(2, '0');
  return `19${45 + Math.floor(random() * 30)}-${part(12)}-${part(28)}`;
}

/** What extraction would give of the n-th document. */
export function generatedBatch(n: number, archive: Archive): GraphBatch {
  const random = randomNumbers(archive.seed * 104_729 + n + 1);
  for (let skipped = 0; skipped < 5; skipped += 1) random();
  const numbers = new Set([n]);
  for (let tries = 0; numbers.size < Math.min(entitiesOfDocument, archive.documents) && tries < 60; tries += 1) {
    numbers.add(ranked(random, archive.documents));
  }
  const entities = [...numbers].map((entity) => entityOf(entity, archive));
  const persons = entities.filter(({ kind }) => kind === 'PERSON');
  const pick = <T>(values: readonly T[]): T | undefined => values[Math.floor(random() * values.length)];
  const relations = new Map<string, RelationSpec>();
  for (let tries = 0; relations.size < relationsOfDocument && tries < 60; tries += 1) {
    const { type, to, verb } = pick(verbs) ?? { type: 'MET_WITH', to: 'PERSON', verb: 'met' };
    const [one, other] = [pick(persons), pick(entities.filter(({ kind }) => kind === to))];
    if (one === undefined || other === undefined || one === other) continue;
    const isTurned = relationTypes[type].symmetric && one.id > other.id;
    const [source, target] = isTurned ? [other, one] : [one, other];
    relations.set(`${type} ${source.id} ${target.id}`, {
      ...{ type, source: source.id, target: target.id },
      quote: `${source.name} ${verb} ${target.name}.`,
    });
  }
  const statements = Array.from({ length: persons.length === 0 ? 0 : statementsOfDocument }, (): StatementSpec => {
    const [speaker, about] = [pick(persons), pick(entities)];
    const quote = `${speaker?.name} said that ${about?.name} had left on the day before.`;
    return { speaker: speaker?.id ?? '', about: about === undefined ? [] : [about.id], quote };
  });
  return graphBatch({
    key: `generated-${n}`,
    date: dayOf(random),
    entities: entities.map(({ kind: _, ...spec }) => spec),
    relations: [...relations.values()],
    statements,
  });
}

export function* generatedBatches(archive: Archive): Generator<GraphBatch> {
  for (let n = 0; n < archive.documents; n += 1) yield generatedBatch(n, archive);
}
