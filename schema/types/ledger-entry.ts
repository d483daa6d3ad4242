import type { Edit, EditAction, LedgerEntry } from '../../src/model/ledger.js';
import { builder } from '../builder.js';
import { DecisionVerdictEnum, EditActionEnum, ModalityEnum, RelationTypeEnum } from '../enums.js';
import {
  DocumentDeletionRef,
  EditedThingRef,
  EntityMergeRef,
  EntityRenameRef,
  EntitySplitRef,
  LedgerEntryRef,
  MatchDecisionRef,
  NodeRef,
  RelationRetractionRef,
} from '../references.js';

const typeNames = {
  DECIDE_MATCH: 'MatchDecision',
  MERGE: 'EntityMerge',
  SPLIT: 'EntitySplit',
  RENAME: 'EntityRename',
  RETRACT: 'RelationRetraction',
  DELETE_DOCUMENT: 'DocumentDeletion',
} as const satisfies Record<EditAction, string>;

/** What an entry of one action holds. */
function editOf<Action extends EditAction>({ edit, id }: LedgerEntry, action: Action) {
  if (edit.action !== action) throw new TypeError(`${id} is no ${action}`);
  return edit as Extract<Edit, { readonly action: Action }>;
}

/** A thing by the name that it had when the entry was made. */
function thing({ names }: LedgerEntry, id: string) {
  return names.find((one) => one.id === id) ?? { id, name: id };
}

EditedThingRef.implement({
  description: 'Something that was edited, as it was called then.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Identifier of an entity, an identity or a document.' }),
    name: t.exposeString('name', { description: 'Its name or title when the entry was made.' }),
    node: t.field({
      type: NodeRef,
      nullable: true,
      description: 'What it is now; of an identity its entity. Null where it is gone.',
      resolve: async ({ id }, _args, { loaders }) => (await loaders.node(id))?.record ?? null,
    }),
  }),
});

LedgerEntryRef.implement({
  description: 'Something that somebody changed in the graph. It is kept for good; undone, it stays to be read.',
  resolveType: ({ edit }) => typeNames[edit.action],
  fields: (t) => ({
    id: t.exposeID('id', { description: 'In the order in which entries were made.' }),
    action: t.field({
      type: EditActionEnum,
      description: 'What was done.',
      resolve: ({ edit }) => edit.action,
    }),
    version: t.exposeInt('version', { description: 'The ledgerVersion that it made.' }),
    concerns: t.field({
      type: [EditedThingRef],
      description: 'The entities, identities and documents that it speaks of.',
      resolve: ({ names }) => names,
    }),
    by: t.exposeString('by', { description: 'Who did it.' }),
    at: t.exposeString('at', { description: 'When: ISO 8601, UTC.' }),
    note: t.exposeString('note', { nullable: true, description: 'Why.' }),
    undoneBy: t.string({
      nullable: true,
      description: 'Who took it back; null while it holds.',
      resolve: ({ undone }) => undone?.by,
    }),
    undoneAt: t.string({
      nullable: true,
      description: 'When it was taken back.',
      resolve: ({ undone }) => undone?.at,
    }),
    undoneNote: t.string({
      nullable: true,
      description: 'Why it was taken back.',
      resolve: ({ undone }) => undone?.note,
    }),
  }),
});

MatchDecisionRef.implement({
  description: "A person's word on two identities.",
  interfaces: [LedgerEntryRef],
  fields: (t) => ({
    left: t.field({
      type: EditedThingRef,
      description: 'The identity whose identifier comes first.',
      resolve: (entry) => thing(entry, editOf(entry, 'DECIDE_MATCH').verdicts[0].left),
    }),
    right: t.field({
      type: EditedThingRef,
      description: 'The other one.',
      resolve: (entry) => thing(entry, editOf(entry, 'DECIDE_MATCH').verdicts[0].right),
    }),
    verdict: t.field({
      type: DecisionVerdictEnum,
      description: 'What was decided.',
      resolve: (entry) => editOf(entry, 'DECIDE_MATCH').verdicts[0].verdict,
    }),
  }),
});

EntityMergeRef.implement({
  description: 'Several entities that were made one.',
  interfaces: [LedgerEntryRef],
  fields: (t) => ({
    entities: t.field({
      type: [EditedThingRef],
      description: 'The entities.',
      resolve: (entry) => editOf(entry, 'MERGE').entities.map((id) => thing(entry, id)),
    }),
    into: t.field({
      type: EditedThingRef,
      nullable: true,
      description: 'Whose identifier the merged entity takes; null where the names settle it.',
      resolve: (entry) => {
        const { into } = editOf(entry, 'MERGE');
        return into === null ? null : thing(entry, into);
      },
    }),
    shownName: t.string({
      nullable: true,
      description: 'The name that the merged entity shows; null where the documents settle it.',
      resolve: (entry) => editOf(entry, 'MERGE').name,
    }),
  }),
});

EntitySplitRef.implement({
  description: 'Identities that were taken out of an entity.',
  interfaces: [LedgerEntryRef],
  fields: (t) => ({
    entity: t.field({
      type: EditedThingRef,
      description: 'The entity.',
      resolve: (entry) => thing(entry, editOf(entry, 'SPLIT').entity),
    }),
    identities: t.field({
      type: [EditedThingRef],
      description: 'The identities that are an entity of their own since.',
      resolve: (entry) => editOf(entry, 'SPLIT').identities.map((id) => thing(entry, id)),
    }),
  }),
});

EntityRenameRef.implement({
  description: 'A name that was given to an entity.',
  interfaces: [LedgerEntryRef],
  fields: (t) => ({
    entity: t.field({
      type: EditedThingRef,
      description: 'The entity.',
      resolve: (entry) => thing(entry, editOf(entry, 'RENAME').identity),
    }),
    newName: t.string({
      description: 'The name that it was given.',
      resolve: (entry) => editOf(entry, 'RENAME').name,
    }),
    formerName: t.string({
      description: 'The name that it showed before.',
      resolve: (entry) => editOf(entry, 'RENAME').formerName,
    }),
  }),
});

const ToldTie = builder.objectRef<{ readonly entry: LedgerEntry; readonly source: string; readonly target: string }>(
  'ToldTie',
);
ToldTie.implement({
  description: 'Two identities between whom a document told a relation.',
  fields: (t) => ({
    source: t.field({
      type: EditedThingRef,
      description: 'Where it begins.',
      resolve: ({ entry, source }) => thing(entry, source),
    }),
    target: t.field({
      type: EditedThingRef,
      description: 'Where it ends: an identity, or the document that somebody authored.',
      resolve: ({ entry, target }) => thing(entry, target),
    }),
  }),
});

RelationRetractionRef.implement({
  description: 'A relation that was taken out of the graph.',
  interfaces: [LedgerEntryRef],
  fields: (t) => ({
    relation: t.id({
      description: 'Identifier of the relation, as it was.',
      resolve: (entry) => editOf(entry, 'RETRACT').relation,
    }),
    type: t.field({
      type: RelationTypeEnum,
      description: 'How the two were tied.',
      resolve: (entry) => editOf(entry, 'RETRACT').type,
    }),
    title: t.string({
      nullable: true,
      description: 'The office, where it was one.',
      resolve: (entry) => editOf(entry, 'RETRACT').title,
    }),
    modality: t.field({
      type: ModalityEnum,
      description: 'Whether it was told as a fact.',
      resolve: (entry) => editOf(entry, 'RETRACT').modality,
    }),
    told: t.field({
      type: [ToldTie],
      description: 'Between whom documents told it: it is kept out between these, and whoever is one with them.',
      resolve: (entry) => editOf(entry, 'RETRACT').told.map((ends) => ({ entry, ...ends })),
    }),
  }),
});

DocumentDeletionRef.implement({
  description: 'A document that was taken out of the graph.',
  interfaces: [LedgerEntryRef],
  fields: (t) => ({
    document: t.field({
      type: EditedThingRef,
      description: 'The document.',
      resolve: (entry) => thing(entry, editOf(entry, 'DELETE_DOCUMENT').document),
    }),
  }),
});
