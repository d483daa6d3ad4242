import type { GraphQLResolveInfo } from 'graphql';
import type { CitedText } from '../src/citation/cited-passage.js';
import { paragraphsOf } from '../src/citation/paragraphs.js';
import { UnknownEntityError } from '../src/errors.js';
import { kindOfId } from '../src/model/entity-id.js';
import type {
  DocumentRecord,
  EntityRecord,
  EvidenceRecord,
  MentionRecord,
  NodeRecord,
  RelationRecord,
  StatementRecord,
} from '../src/model/records.js';
import type {
  DocumentFilter,
  EntityFilter,
  GraphStore,
  MentionFilter,
  RelationFilter,
  StatementFilter,
} from '../src/store/graph-store.js';
import { BatchedReads } from './batched-reads.js';
import { type MaybePromise, whenThere } from './maybe-promise.js';
import { pageLoader } from './page-loader.js';
import { type AskedRecords, askedPages, asksIdentifierAlone, leadsOn } from './read-ahead.js';

export type Loaders = ReturnType<typeof createLoaders>;

/** The identifiers that these fields of records hold, where something is asked of what they name. */
function named<T>(
  records: readonly T[],
  asked: AskedRecords,
  fields: readonly (keyof T & string)[],
): readonly string[] {
  const ids: string[] = [];
  for (const field of fields.filter((each) => leadsOn(asked, each))) {
    for (const record of records) {
      const value = record[field] as string | readonly string[];
      if (typeof value === 'string') ids.push(value);
      else ids.push(...value);
    }
  }
  return ids;
}

/** What an identifier tells of its record, with which type it is. */
function identified(id: string): Pick<EntityRecord, 'id'> & { readonly kind: EntityRecord['kind'] | null } {
  return { id, kind: kindOfId(id) };
}

/**
 * Everything that a nested field may read. They live as long as one request: within it a record is read once
 * and stays what it was. With a page of records what is asked of each of them is read: whom they name, and their passages.
 */
export function createLoaders(store: GraphStore) {
  const nodes = new BatchedReads<NodeRecord | null>((ids) => store.nodes(ids));
  const identities = new BatchedReads((entities) => store.identitiesOf(entities));
  const texts = new BatchedReads<string | null>((ids) => store.documentTexts(ids));

  const citedTexts = new Map<string, Promise<CitedText>>();
  const readCitedText = async (documentId: string): Promise<CitedText> => {
    const text = (await texts.load(documentId)) ?? '';
    return { text, paragraphs: paragraphsOf(text) };
  };

  const seeEntity = (record: EntityRecord) => nodes.see(record.id, { type: 'entity', record });

  const evidence = pageLoader<EvidenceRecord, null>({
    read: (owners, _filter, page) => store.evidencePages(owners, page),
    ahead: (records, asked) => nodes.loadAll(named(records, asked, ['document', 'claim'])),
  });
  /** The passages of claims, and whom the claims name. */
  const claimsAhead = (
    type: 'Relation' | 'Statement',
    claims: readonly { readonly id: string }[],
    ids: readonly string[],
    asked: AskedRecords,
  ): Promise<unknown> => {
    const owners = claims.map(({ id }) => id);
    const passages = askedPages(asked, type, 'evidence', 'evidence').map(({ page, asked: ofPassages }) =>
      evidence.loadAll(owners, null, page, ofPassages),
    );
    return Promise.all([nodes.loadAll(ids), ...passages]);
  };

  return {
    /** `null` for an identifier that the store doesn't know. */
    node: (id: string) => nodes.load(id),

    /** Any record that another record names; as `entity`. */
    named: (id: string, info?: GraphQLResolveInfo): MaybePromise<NodeRecord['record']> => {
      if (info && asksIdentifierAlone(info.fieldNodes)) return identified(id) as NodeRecord['record'];
      return whenThere(nodes.load(id), (node) => {
        if (node === null) throw new UnknownEntityError(id);
        return node.record;
      });
    },

    /**
     * @param info - Of the field that gives it: where its identifier tells all that is asked for, it isn't read.
     * @throws {UnknownEntityError} when there is none: a record that names it outlived it.
     */
    entity: (id: string, info?: GraphQLResolveInfo): MaybePromise<EntityRecord> => {
      if (info && asksIdentifierAlone(info.fieldNodes)) return identified(id) as EntityRecord;
      return whenThere(nodes.load(id), (node) => {
        if (node?.type !== 'entity') throw new UnknownEntityError(id);
        return node.record;
      });
    },

    /** @throws {UnknownEntityError} when there is none: it went away since another record named it. */
    relation: (id: string): MaybePromise<RelationRecord> =>
      whenThere(nodes.load(id), (node) => {
        if (node?.type !== 'relation') throw new UnknownEntityError(id);
        return node.record;
      }),

    /** The identities that are linked to an entity. */
    identities: (entity: string) => identities.load(entity),

    document: (id: string): MaybePromise<DocumentRecord | null> =>
      whenThere(nodes.load(id), (node) => (node?.type === 'document' ? node.record : null)),

    /** Text as received; empty for an unknown document. */
    text: (documentId: string): MaybePromise<string> => whenThere(texts.load(documentId), (text) => text ?? ''),

    /** A text with its paragraphs, which are counted once however many of its passages are cited. */
    citedText(documentId: string): Promise<CitedText> {
      const known = citedTexts.get(documentId) ?? readCitedText(documentId);
      citedTexts.set(documentId, known);
      return known;
    },

    entities: pageLoader<EntityRecord, EntityFilter>({
      read: (...question) => store.entityPages(...question),
      seen: seeEntity,
    }).load,
    relations: pageLoader<RelationRecord, RelationFilter>({
      read: (...question) => store.relationPages(...question),
      seen: (record) => nodes.see(record.id, { type: 'relation', record }),
      ahead: (relations, asked) =>
        claimsAhead('Relation', relations, named(relations, asked, ['source', 'target']), asked),
    }).load,
    statements: pageLoader<StatementRecord, StatementFilter>({
      read: (...question) => store.statementPages(...question),
      ahead: (statements, asked) => {
        const ids = named(statements, asked, ['speaker', 'addressees', 'about', 'reportedBy', 'document']);
        return claimsAhead('Statement', statements, ids, asked);
      },
    }).load,
    mentions: pageLoader<MentionRecord, MentionFilter>({
      read: (...question) => store.mentionPages(...question),
      ahead: (mentions, asked) => nodes.loadAll(named(mentions, asked, ['entity', 'document'])),
    }).load,
    evidence: evidence.load,
    documents: pageLoader<DocumentRecord, DocumentFilter>({
      read: (...question) => store.documentPages(...question),
      seen: (record) => nodes.see(record.id, { type: 'document', record }),
      ahead: (documents, asked) => nodes.loadAll(named(documents, asked, ['authors'])),
    }).load,

    /** Takes in entities that came another way: found, walked to, drawn. */
    seeEntities(records: readonly EntityRecord[]): void {
      records.forEach(seeEntity);
    },
  };
}
