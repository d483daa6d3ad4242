import { idPrefix, kindOfId } from '../../model/entity-id.js';
import { relationTypeNames } from '../../model/ontology.js';
import type {
  DocumentRecord,
  EntityRecord,
  EvidenceRecord,
  MentionRecord,
  RelationRecord,
  StatementRecord,
} from '../../model/records.js';
import { type DateWindow, dateWindow } from '../date-window.js';
import type { DocumentFilter, EntityFilter, MentionFilter, RelationFilter, StatementFilter } from '../graph-store.js';
import {
  type DocumentRow,
  documentMap,
  entityMap,
  evidenceMap,
  fromDocumentRow,
  mentionMap,
  relationMap,
  statementMap,
} from './node-records.js';
import type { Condition, OwnerWalk, PageSource } from './read-pages.js';
import { matchRelationById, relationPattern, statementRoles, symmetricTypes } from './relationship-types.js';

/**
 * The pages of the contract: for each, its walks for each class of owners. The text of a statement depends on which
 * filters are set and on names of the ontology, never on a value.
 */

const isDocument = (owner: string): boolean => idPrefix(owner) === 'document';
const isEntity = (owner: string): boolean => kindOfId(owner) !== null;

function dateConditions(variable: string, window: DateWindow): readonly Condition[] {
  return [
    window.firstDay !== null && `${variable}.lastDay >= $firstDay`,
    window.lastDay !== null && `${variable}.firstDay <= $lastDay`,
  ];
}

export function entitySource(filter: EntityFilter): PageSource<EntityRecord, EntityRecord> {
  const conditions = [filter.kinds !== undefined && 'e.kind IN $kinds'];
  return {
    variable: 'e',
    key: filter.orderBy === 'MENTIONS' ? 'e.mentionsKey' : 'e.id',
    map: entityMap('e'),
    record: (row) => row,
    parameters: { kinds: filter.kinds },
    owned: [{ match: 'MATCH (:Document {id: owner})-[:MENTIONS]->(e:Entity)', conditions }],
    all: [{ match: 'MATCH (e:Entity)', conditions }],
  };
}

/** Without an owner: from one of the ends where the filter names it, else type by type, each in order of its index. */
function relationsOfStore(filter: RelationFilter, conditions: readonly Condition[]): readonly OwnerWalk[] {
  const pattern = relationPattern(filter.types);
  if (filter.source !== undefined) {
    return [{ match: `MATCH (:Entity {id: $source})-[r:${pattern}]->()`, conditions }];
  }
  if (filter.target !== undefined) {
    const label = isDocument(filter.target) ? 'Document' : 'Entity';
    return [{ match: `MATCH (:${label} {id: $target})<-[r:${pattern}]-()`, conditions }];
  }
  return relationTypeNames
    .filter((type) => filter.types === undefined || filter.types.includes(type))
    .map((type) => ({ match: `MATCH ()-[r:${type}]->()`, conditions }));
}

export function relationSource(filter: RelationFilter): PageSource<RelationRecord, RelationRecord> {
  const end = filter.direction === 'OUT' ? 'startNode' : 'endNode';
  const conditions: readonly Condition[] = [
    filter.types !== undefined && 'type(r) IN $types',
    filter.modality !== undefined && 'r.modality IN $modality',
    filter.source !== undefined && 'startNode(r).id = $source',
    filter.target !== undefined && 'endNode(r).id = $target',
  ];
  const eitherKind = filter.kinds !== undefined && '(startNode(r).kind IN $kinds OR endNode(r).kind IN $kinds)';
  return {
    variable: 'r',
    key: 'r.id',
    map: relationMap('r'),
    record: (row) => row,
    parameters: { ...filter, symmetricTypes },
    owned: [
      {
        match: `MATCH (:Entity {id: owner})-[r:${relationPattern(filter.types)}]-(other)`,
        isRepeating: true,
        owns: isEntity,
        conditions: [
          filter.direction !== undefined && `(type(r) IN $symmetricTypes OR ${end}(r).id = owner)`,
          filter.kinds !== undefined && 'other.kind IN $kinds',
          ...conditions,
        ],
      },
      {
        match: `MATCH (x:Evidence {document: owner}) WHERE x.claim STARTS WITH 'relation:'
          WITH DISTINCT x.claim AS id ${matchRelationById} WITH r`,
        owns: isDocument,
        conditions: [eitherKind, ...conditions],
      },
    ],
    all: relationsOfStore(filter, [eitherKind, ...conditions]),
  };
}

export function statementSource(filter: StatementFilter): PageSource<StatementRecord, StatementRecord> {
  const window = dateWindow(filter);
  const conditions: readonly Condition[] = [
    filter.speaker !== undefined && 's.speaker = $speaker',
    filter.addressee !== undefined && '$addressee IN s.addressees',
    filter.subject !== undefined && '$subject IN s.about',
    filter.modes !== undefined && 's.mode IN $modes',
    ...dateConditions('s', window),
  ];
  const parties = [
    [filter.speaker, 'speaker', statementRoles.SPEAKER],
    [filter.addressee, 'addressee', statementRoles.ADDRESSEE],
    [filter.subject, 'subject', statementRoles.SUBJECT],
  ] as const;
  const [, party, role] = parties.find(([entity]) => entity !== undefined) ?? [];
  const ownRole = filter.role === undefined ? Object.values(statementRoles).join('|') : statementRoles[filter.role];
  return {
    variable: 's',
    key: 's.sortKey',
    map: statementMap('s'),
    record: (row) => row,
    parameters: { ...filter, ...window },
    owned: [
      {
        match: `MATCH (:Entity {id: owner})<-[:${ownRole}]-(s:Statement)`,
        isRepeating: filter.role === undefined,
        owns: isEntity,
        conditions,
      },
      { match: 'MATCH (s:Statement {document: owner})', owns: isDocument, conditions },
    ],
    all: [
      {
        match: party ? `MATCH (:Entity {id: $${party}})<-[:${role}]-(s:Statement)` : 'MATCH (s:Statement)',
        conditions,
      },
    ],
  };
}

export function mentionSource(filter: MentionFilter): PageSource<MentionRecord, MentionRecord> {
  const within = filter.within !== undefined;
  return {
    variable: 'm',
    key: 'm.sortKey',
    map: mentionMap('m'),
    record: (row) => row,
    parameters: { within: filter.within },
    owned: [
      {
        match: 'MATCH (m:Mention {entity: owner})',
        owns: isEntity,
        conditions: [within && 'm.document = $within'],
      },
      {
        match: 'MATCH (m:Mention {document: owner})',
        owns: isDocument,
        conditions: [within && 'm.entity = $within'],
      },
    ],
    all: [],
  };
}

export function evidenceSource(): PageSource<EvidenceRecord, EvidenceRecord> {
  return {
    variable: 'x',
    key: 'x.sortKey',
    map: evidenceMap('x'),
    record: (row) => row,
    parameters: {},
    owned: [
      { match: 'MATCH (x:Evidence {document: owner})', owns: isDocument, conditions: [] },
      { match: 'MATCH (x:Evidence {claim: owner})', owns: (owner) => !isDocument(owner), conditions: [] },
    ],
    all: [],
  };
}

export function documentSource(filter: DocumentFilter): PageSource<DocumentRow, DocumentRecord> {
  const window = dateWindow(filter);
  const conditions = [filter.author !== undefined && '$author IN d.authors', ...dateConditions('d', window)];
  return {
    variable: 'd',
    key: 'd.sortKey',
    map: documentMap('d'),
    record: fromDocumentRow,
    parameters: { author: filter.author, ...window },
    owned: [{ match: 'MATCH (:Entity {id: owner})<-[:MENTIONS]-(d:Document)', conditions }],
    all: [{ match: 'MATCH (d:Document)', conditions }],
  };
}
