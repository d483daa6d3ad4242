import DataLoader from 'dataloader';
import type { CitedText } from '../src/citation/cited-passage.js';
import { paragraphsOf } from '../src/citation/paragraphs.js';
import { UnknownEntityError } from '../src/errors.js';
import type { DocumentRecord, EntityRecord, NodeRecord, RelationRecord } from '../src/model/records.js';
import type {
  DocumentFilter,
  EntityFilter,
  GraphStore,
  MentionFilter,
  RelationFilter,
  StatementFilter,
} from '../src/store/graph-store.js';
import { pageLoader } from './page-loader.js';

export type Loaders = ReturnType<typeof createLoaders>;

/**
 * Everything that a nested field may read. They live as long as one request: within it a record is read once
 * and stays what it was.
 */
export function createLoaders(store: GraphStore) {
  const nodes = new DataLoader<string, NodeRecord | null>((ids) => store.nodes(ids));
  const identities = new DataLoader((ids: readonly string[]) => store.identitiesOf(ids));
  const texts = new DataLoader<string, string | null>((ids) => store.documentTexts(ids));

  const citedTexts = new Map<string, Promise<CitedText>>();
  const readCitedText = async (documentId: string): Promise<CitedText> => {
    const text = (await texts.load(documentId)) ?? '';
    return { text, paragraphs: paragraphsOf(text) };
  };

  const seeEntity = (record: EntityRecord) => void nodes.prime(record.id, { type: 'entity', record });
  const seeDocument = (record: DocumentRecord) => void nodes.prime(record.id, { type: 'document', record });
  const seeRelation = (record: RelationRecord) => void nodes.prime(record.id, { type: 'relation', record });
  const seeNothing = () => undefined;

  return {
    /** `null` for an identifier that the store doesn't know. */
    node: (id: string) => nodes.load(id),

    /** @throws {UnknownEntityError} when there is none: a record that names it outlived it. */
    async entity(id: string): Promise<EntityRecord> {
      const node = await nodes.load(id);
      if (node?.type !== 'entity') throw new UnknownEntityError(id);
      return node.record;
    },

    /** @throws {UnknownEntityError} when there is none: it went away since another record named it. */
    async relation(id: string): Promise<RelationRecord> {
      const node = await nodes.load(id);
      if (node?.type !== 'relation') throw new UnknownEntityError(id);
      return node.record;
    },

    /** The identities that are linked to an entity. */
    identities: (entity: string) => identities.load(entity),

    async document(id: string): Promise<DocumentRecord | null> {
      const node = await nodes.load(id);
      return node?.type === 'document' ? node.record : null;
    },

    /** Text as received; empty for an unknown document. */
    async text(documentId: string): Promise<string> {
      return (await texts.load(documentId)) ?? '';
    },

    /** A text with its paragraphs, which are counted once however many of its passages are cited. */
    citedText(documentId: string): Promise<CitedText> {
      const known = citedTexts.get(documentId) ?? readCitedText(documentId);
      citedTexts.set(documentId, known);
      return known;
    },

    entities: pageLoader<EntityRecord, EntityFilter>((...question) => store.entityPages(...question), seeEntity),
    relations: pageLoader<RelationRecord, RelationFilter>(
      (...question) => store.relationPages(...question),
      seeRelation,
    ),
    statements: pageLoader(
      (owners, filter: StatementFilter, page) => store.statementPages(owners, filter, page),
      seeNothing,
    ),
    mentions: pageLoader((owners, filter: MentionFilter, page) => store.mentionPages(owners, filter, page), seeNothing),
    evidence: pageLoader((owners, _filter: null, page) => store.evidencePages(owners, page), seeNothing),
    documents: pageLoader<DocumentRecord, DocumentFilter>(
      (...question) => store.documentPages(...question),
      seeDocument,
    ),

    /** Takes in entities that came another way: found, walked to, drawn. */
    seeEntities(records: readonly EntityRecord[]): void {
      records.forEach(seeEntity);
    },
  };
}
