import { z } from 'zod';
import {
  type EntityKind,
  entityKindNames,
  modalityNames,
  type RelationType,
  type RelationTypeSpec,
  relationTypeNames,
  relationTypes,
  statementModeNames,
} from '../../../src/model/ontology.js';
import { limits } from './llm-settings.js';

/** Relations between entities: who wrote a document its apparatus says, and no model is asked. */
export const askedRelationTypes = relationTypeNames.filter(
  (type) => !(relationTypes[type] as RelationTypeSpec).to.includes('DOCUMENT'),
);

const proposedEntity = z.object({
  surface: z.string(),
  kind: z.enum(entityKindNames as [EntityKind, ...EntityKind[]]),
});

const proposedRelation = z.object({
  type: z.enum(askedRelationTypes as [RelationType, ...RelationType[]]),
  source: z.string(),
  target: z.string(),
  title: z.string().nullable(),
  modality: z.enum(modalityNames as [(typeof modalityNames)[number], ...typeof modalityNames]),
  quote: z.string(),
});

const proposedStatement = z.object({
  speaker: z.string(),
  mode: z.enum(statementModeNames as [(typeof statementModeNames)[number], ...typeof statementModeNames]),
  addressees: z.array(z.string()),
  about: z.array(z.string()),
  quote: z.string(),
});

export type ProposedEntity = z.output<typeof proposedEntity>;
export type ProposedRelation = z.output<typeof proposedRelation>;
export type ProposedStatement = z.output<typeof proposedStatement>;

/** What a model says of one chunk. */
export interface Proposals {
  readonly entities: readonly ProposedEntity[];
  readonly relations: readonly ProposedRelation[];
  readonly statements: readonly ProposedStatement[];
  /** Items of the answer, good or bad. */
  readonly proposed: number;
  /** How many were no items, for which reason. */
  readonly dropped: ReadonlyMap<string, number>;
}

/** JSON Schema of an answer. Limits of size are left out, since servers differ in which they take; they are checked. */
export const answerJsonSchema = z.toJSONSchema(
  z.object({
    entities: z.array(proposedEntity),
    relations: z.array(proposedRelation),
    statements: z.array(proposedStatement),
  }),
);

const envelope = z.object({
  entities: z.array(z.unknown()),
  relations: z.array(z.unknown()),
  statements: z.array(z.unknown()),
});

/** @returns `null` where the answer isn't JSON of the shape that was asked for. A bad item costs only itself. */
export function readProposals(answer: string): Proposals | null {
  const lists = envelope.safeParse(parseJson(answer));
  if (!lists.success) return null;
  const { entities, relations, statements } = lists.data;
  const dropped = new Map<string, number>();
  const drop = (reason: string, count = 1) => dropped.set(reason, (dropped.get(reason) ?? 0) + count);
  const items = <T extends object>(list: readonly unknown[], schema: z.ZodType<T>): T[] => {
    if (list.length > limits.itemsPerList) drop('too many at once', list.length - limits.itemsPerList);
    return list.slice(0, limits.itemsPerList).flatMap((item) => {
      const read = schema.safeParse(item);
      if (!read.success) drop('not of the shape asked for');
      else if (!fits(read.data)) drop('too long');
      else return [read.data];
      return [];
    });
  };
  return {
    entities: items(entities, proposedEntity),
    relations: items(relations, proposedRelation),
    statements: items(statements, proposedStatement),
    proposed: entities.length + relations.length + statements.length,
    dropped,
  };
}

/** Models that reason, or that weren't held to the schema, put words or a fence around the object. */
function parseJson(answer: string): unknown {
  const start = answer.replace(/<think>[\s\S]*?<\/think>/g, (thought) => ' '.repeat(thought.length)).indexOf('{');
  try {
    return JSON.parse(answer.slice(start, answer.lastIndexOf('}') + 1));
  } catch {
    return null;
  }
}

function fits(item: object): boolean {
  return Object.entries(item).every(([field, value]: [string, unknown]) => {
    const longest = field === 'quote' ? limits.quoteCharacters : limits.nameCharacters;
    if (typeof value === 'string') return value.length <= longest;
    return !Array.isArray(value) || (value.length <= limits.itemsPerList && value.every((name) => fits({ name })));
  });
}
