import { kindOfId } from '../../src/model/entity-id.js';
import {
  allowsRelation,
  modalityNames,
  relationTypeNames,
  relationTypes,
  statementModeNames,
} from '../../src/model/ontology.js';
import type { GraphBatch } from '../../src/model/records.js';
import { type EntitySpec, graphBatch, type RelationSpec, type StatementSpec } from './graph-batch-fixture.js';
import { randomNumbers } from './random-numbers.js';

const cast: readonly EntitySpec[] = [
  { id: 'person:kim-il-sung', name: 'Kim Il Sung', aliases: ['Kim Ir Sen', '김일성'] },
  { id: 'person:nam-il', name: 'Nam Il' },
  { id: 'person:zhou-enlai', name: 'Zhou Enlai', aliases: ['Chou En-lai'] },
  { id: 'person:a-m-puzanov', name: 'A.M. Puzanov', description: 'Soviet ambassador' },
  { id: 'person:pak-chong-ae', name: 'Pak Chŏng-ae' },
  { id: 'organization:kwp-cc', name: 'Central Committee of the KWP', aliases: ['KWP CC'] },
  { id: 'organization:ministry-of-foreign-affairs', name: 'Ministry of Foreign Affairs' },
  { id: 'place:pyongyang', name: 'Pyongyang', aliases: ['Phenian'], coordinates: '39.03,125.75' },
  { id: 'place:soviet-union', name: 'Soviet Union', aliases: ['USSR'], authority: 'country:su' },
  { id: 'place:china', name: 'China' },
  { id: 'event:june-plenum', name: 'June Plenum', date: '1957-06-22', endDate: '1957-06-29' },
  { id: 'event:reception', name: 'Reception', date: '1957-07', duration: 'PT1H15M' },
  { id: 'event:undated', name: 'A talk' },
  { id: 'publication:pravda', name: 'Pravda' },
  { id: 'agreement:armistice', name: 'Armistice' },
  { id: 'group:some-workers', name: 'some workers' },
];
const dates = [null, '1956', '1957', '1957-06', '1957-07-08', '1957-02-28', '1958-01'] as const;

/**
 * Valid batches that share entities and relations, with every kind, type, mode and modality, partial dates and none,
 * titles spelled in several ways; some documents come a second time, changed. The same seed gives the same batches.
 */
export function randomBatches(seed: number, count: number): readonly GraphBatch[] {
  const random = randomNumbers(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const pick = <T>(values: readonly T[]): T => values[below(values.length)] as T;
  const some = <T>(values: readonly T[], most: number): T[] => [
    ...new Set(Array.from({ length: below(most + 1) }, () => pick(values))),
  ];

  const relation = (present: readonly EntitySpec[]): RelationSpec | null => {
    const [source, target] = [pick(present).id, pick(present).id];
    const [from, to] = [kindOfId(source), kindOfId(target)];
    const types = relationTypeNames.filter((type) => from && to && allowsRelation(type, from, to));
    if (types.length === 0) return null;
    const type = pick(types);
    if (relationTypes[type].symmetric && source > target) return null;
    return {
      type,
      source,
      target,
      modality: pick(random() < 0.7 ? (['ASSERTED'] as const) : modalityNames),
      ...(type === 'HOLDS_POSITION' ? { title: pick(['First Deputy', 'first deputy', 'Ambassador']) } : {}),
      evidence: [pick(dates), ...some(dates, 2)],
    };
  };
  const statement = (present: readonly EntitySpec[]): StatementSpec => {
    const ids = present.map(({ id }) => id);
    return {
      speaker: pick(ids),
      mode: pick(statementModeNames),
      addressees: some(ids, 2),
      about: some(ids, 3),
      reportedBy: random() < 0.2 ? [pick(ids)] : [],
      date: pick(dates),
    };
  };

  return Array.from({ length: count }, () => {
    const present = cast
      .filter(() => random() < 0.5)
      .map((entity) => (random() < 0.3 ? { ...entity, name: entity.aliases?.[0] ?? entity.name ?? entity.id } : entity))
      .map((entity) => ({ ...entity, mentions: ['name', ...some(['name', 'title', 'pronoun'] as const, 2)] as const }));
    if (present.length === 0) present.push({ ...(cast[0] as EntitySpec), mentions: ['name'] as const });
    const authors = present
      .map(({ id }) => id)
      .filter((id) => kindOfId(id) === 'PERSON')
      .slice(0, below(3));
    const relations = new Map<string, RelationSpec>();
    for (let tries = below(14); tries > 0; tries -= 1) {
      const made = relation(present);
      if (made)
        relations.set(`${made.type} ${made.source} ${made.target} ${made.title?.toLowerCase()} ${made.modality}`, made);
    }
    return graphBatch({
      key: `d${below(Math.ceil(count * 0.8))}`,
      date: pick(dates),
      authors,
      entities: present,
      relations: [
        ...relations.values(),
        ...authors.map((source): RelationSpec => ({ type: 'AUTHORED', source, target: 'DOCUMENT' })),
      ],
      statements: Array.from({ length: below(5) }, () => statement(present)),
      record: {
        publishedIn:
          random() < 0.5
            ? { title: 'Letters', editors: ['Ann Quill'], seriesEditors: [], place: 'Riga', pages: [{ n: '9', at: 1 }] }
            : null,
        archivalReference: random() < 0.5 ? { archive: 'AVPRF', fond: '0102', listy: '1-9' } : null,
        coverage: { sentences: 9, sentencesWithFindings: 4, skipped: [{ start: 0, end: 1, reason: 'a table' }] },
      },
    });
  });
}
