import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { kindOfId } from '../../../src/model/entity-id.js';
import type { GraphBatch, StatementRecord } from '../../../src/model/records.js';
import type { PassageFilter } from '../../../src/store/graph-search.js';
import { graphBatch } from '../graph-batch-fixture.js';
import { type CurrentStore, emptyStore } from '../graph-store.contract.js';
import { isWithin } from '../plain-graph.js';

/** Words whose plural has an s, none a name or the beginning of another. */
const vocabulary = ['island', 'treaty-port', 'minister', 'rice', 'the', 'soldier'] as const;
const persons = ['person:kim-il-sung', 'person:nam-il', 'person:pak-chong-ae'] as const;
const names = new Map<string, string>([
  ['person:kim-il-sung', 'Kim Ir Sen'],
  ['person:nam-il', 'Nam Ir'],
]);

const word = fc
  .tuple(fc.constantFrom(...vocabulary), fc.boolean())
  .map(([one, isPlural]) => `${one}${isPlural ? 's' : ''}`);
const quote = fc.array(word, { minLength: 3, maxLength: 8 }).map((words) => words.join(' '));
const person = fc.constantFrom(...persons);
const date = fc.constantFrom(null, '1957', '1957-07', '1957-07-08', '1958');
/** Seldom there: with all conditions at once nothing is found. */
const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });

const documents = fc.array(
  fc.record({
    key: fc.constantFrom('x', 'y', 'z'),
    statements: fc.array(
      fc.record({
        speaker: person,
        mode: fc.constantFrom('SAID' as const, 'ASKED' as const),
        quote,
        date,
        about: fc.uniqueArray(person, { maxLength: 1 }),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    relations: fc.uniqueArray(
      fc.record({
        type: fc.constantFrom('INFORMED' as const, 'ASKED' as const),
        source: person,
        target: person,
        quote,
        evidence: fc.array(date, { minLength: 1, maxLength: 2 }),
      }),
      { maxLength: 3, selector: ({ type, source, target }) => `${type} ${source} ${target}` },
    ),
  }),
  { minLength: 1, maxLength: 4 },
);

const questions = fc.record({
  wanted: fc.array(fc.constantFrom('island', 'minister', 'rice', 'soldiers'), { maxLength: 5 }),
  mostMissing: optional(fc.constantFrom(0, 1)),
  phrase: optional(fc.constantFrom('the island', 'rice rice', 'ministers the')),
  without: optional(fc.constantFrom('soldier', 'rice')),
  named: optional(fc.constantFrom('person:kim-il-sung', 'person:nam-il')),
  filter: fc.record({
    claims: optional(fc.subarray(['STATEMENT' as const, 'RELATION' as const])),
    modes: optional(fc.constant(['SAID' as const])),
    types: optional(fc.constant(['INFORMED' as const])),
    document: optional(fc.constantFrom('document:x', 'document:none')),
    entity: optional(person),
    kinds: optional(fc.subarray(['PERSON' as const, 'PLACE' as const])),
    from: optional(fc.constantFrom('1957-07', '1957-07-08')),
    to: optional(fc.constantFrom('1957', '1957-07-07')),
  }),
});

interface PlainClaim {
  readonly id: string;
  readonly document: string;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly date: string | null;
  readonly mode: string | null;
  readonly type: string | null;
  readonly parties: readonly string[];
}

const ofStatement = (one: StatementRecord): PlainClaim => ({
  ...one,
  type: null,
  parties: [one.speaker, ...one.addressees, ...one.about, ...one.reportedBy],
});

function claimsOf({ statements, evidence, relations }: GraphBatch): readonly PlainClaim[] {
  const ofRelations = evidence.flatMap((piece): readonly PlainClaim[] => {
    const relation = relations.find(({ id }) => id === piece.claim);
    return relation
      ? [{ ...piece, id: relation.id, mode: null, type: relation.type, parties: [relation.source, relation.target] }]
      : [];
  });
  return [...statements.map(ofStatement), ...ofRelations];
}

function passes({ mode, type, document, date: day, parties }: PlainClaim, filter: PassageFilter): boolean {
  const { claims, modes, types } = filter;
  const isStatement = mode !== null;
  if (claims && !claims.includes(isStatement ? 'STATEMENT' : 'RELATION')) return false;
  if (modes || types) {
    const allowed: readonly (string | null)[] = (isStatement ? modes : types) ?? [];
    if (!allowed.includes(isStatement ? mode : type)) return false;
  }
  return (
    (filter.document === undefined || document === filter.document) &&
    (filter.entity === undefined || parties.includes(filter.entity)) &&
    (filter.kinds === undefined || parties.some((id) => filter.kinds?.some((kind) => kind === kindOfId(id)))) &&
    isWithin(filter, day)
  );
}

const singular = (one: string): string => one.replace(/s$/, '');
const has = (text: string, one: string): boolean =>
  text.split(/[ -]/).some((other) => singular(other) === singular(one));

/** What a store finds is what a plain look through all quotes finds, whatever was put, replaced and asked. */
export function searchesLikePlain(current: CurrentStore, propertyRuns: number): void {
  it('searches passages like a plain look through all quotes', async () => {
    await fc.assert(
      fc.asyncProperty(documents, fc.array(questions, { minLength: 1, maxLength: 4 }), async (specs, asked) => {
        const store = current();
        await emptyStore(store);
        const batches = new Map<string, GraphBatch>();
        for (const spec of specs) {
          // Everybody's other name is known, whoever speaks.
          const entities = persons.map((id) => ({ id, aliases: [names.get(id) ?? id] }));
          const relations = spec.relations.map((one) => ({
            ...one,
            evidence: one.evidence.length > 0 ? one.evidence : [null],
          }));
          const batch = graphBatch({ ...spec, relations, entities });
          batches.set(batch.document.id, batch);
          await store.putDocument(batch);
        }
        const claims = [...batches.values()].flatMap(claimsOf);
        for (const { wanted, phrase, without, named, filter, mostMissing } of asked) {
          if (wanted.length === 0 && phrase === undefined && named === undefined) continue;
          const terms = [...wanted, ...(named === undefined ? [] : [named])];
          const inStore = terms.filter((one) => one === named || claims.some((claim) => has(claim.quote, one)));
          const most = Math.max(0, Math.min(mostMissing ?? 9, Math.floor(terms.length / 3), inStore.length - 1));
          const missing = ({ quote: text, parties }: PlainClaim): number =>
            terms.filter((one) => (one === named ? !parties.includes(one) : !has(text, one))).length;
          const plain = claims.filter(
            (claim) =>
              passes(claim, filter) &&
              missing(claim) <= most &&
              (phrase === undefined || ` ${claim.quote} `.includes(` ${phrase} `)) &&
              (without === undefined || !has(claim.quote, without)),
          );
          const query = [
            ...wanted,
            ...(named === undefined ? [] : [names.get(named)]),
            ...(phrase === undefined ? [] : [`"${phrase}"`]),
            ...(without === undefined ? [] : [`-${without}`]),
          ].join(' ');
          const question = { query, filter, mostMissing };
          const whole = await store.searchPassages(question, { first: 100 });
          const found = whole.items.flatMap(({ record }) =>
            record.claims.map(
              (id) => `${id} ${record.document} ${record.start} ${record.quote} -${record.missing.length}`,
            ),
          );
          const expected = plain.map(
            (claim) => `${claim.id} ${claim.document} ${claim.start} ${claim.quote} -${missing(claim)}`,
          );
          expect({ question, found: [...found].sort() }).toEqual({ question, found: [...expected].sort() });

          const cursors = whole.items.map(({ cursor }) => cursor);
          expect(cursors).toEqual([...new Set(cursors)].sort());
          const missed = whole.items.map(({ record }) => record.missing.length);
          expect(missed).toEqual([...missed].sort());
          const facets = await store.passageFacets(question);
          expect(facets.missing.flatMap(({ value, count }) => Array.from({ length: count }, () => value))).toEqual(
            missed,
          );
          expect(facets.passages).toBe(whole.items.length);
          expect(facets.months.reduce((sum, { count }) => sum + count, 0)).toBe(facets.passages);
          const middle = cursors[1];
          if (middle === undefined) continue;
          const after = await store.searchPassages(question, { first: 2, after: middle });
          const before = await store.searchPassages(question, { last: 2, before: middle });
          expect(after.items).toEqual(whole.items.slice(2, 4));
          expect(before.items).toEqual(whole.items.slice(0, 1));
          for (const { record } of whole.items) {
            const text = batches.get(record.document)?.text ?? '';
            expect(text.slice(record.start, record.end)).toBe(record.quote);
            for (const { start, end } of record.highlights) {
              const words = text.slice(record.start + start, record.start + end);
              expect(words).toMatch(/^\S(.*\S)?$/);
            }
          }
        }
      }),
      { numRuns: propertyRuns },
    );
  });
}
