import { idPrefix, kindOfId } from '../../model/entity-id.js';
import type { LedgerEntry } from '../../model/ledger.js';
import type {
  DocumentRecord,
  EntityRecord,
  EvidenceRecord,
  MatchRecord,
  MentionRecord,
  RelationRecord,
  StatementRecord,
} from '../../model/records.js';
import { isMonth, knownMonthLength, monthStart } from '../../model/statement-month.js';
import { type Reading, type RecordOf, type RecordType, readsAll } from '../brief-records.js';
import { dateWindow } from '../date-window.js';
import type {
  DocumentFilter,
  EntityFilter,
  LedgerFilter,
  MatchFilter,
  MentionFilter,
  RelationFilter,
  StatementFilter,
} from '../graph-store.js';
import { evidenceParameters, evidentConditions } from './evident.js';
import { fromLedgerRow, type LedgerRow, ledgerMap, matchMap, stored } from './node-records.js';
import type { PageSource } from './read-pages.js';
import { relationPattern, statementRoles, symmetricTypes } from './relationship-types.js';

/**
 * The pages of the contract: for each, its walks for each class of owners. A page has few statements, since the server plans each for
 * up to a second, once: where anything is asked of its records, all conditions stand there, and those that aren't set have parameters
 * that are null. Where nothing is, none does: looking at six nulls for each record takes as long as the rest.
 */

const isDocument = (owner: string): boolean => idPrefix(owner) === 'document';
const isEntity = (owner: string): boolean => kindOfId(owner) !== null;

const month = `substring(owner, ${monthStart - 1})`;
/** The character behind "!" ends a year, the one behind "-" a month: see `sortKeys.statement`. */
const isOfMonth = [
  `s.sortKey >= ${month} + '!'`,
  `s.sortKey < ${month} + CASE size(owner) WHEN ${knownMonthLength} THEN '.' ELSE '"' END`,
];

/** A condition that holds where the filter isn't set. */
export function ifSet(parameter: string, condition: string): string {
  return `($${parameter} IS NULL OR ${condition})`;
}

/** None where nothing is asked for. */
function ifAnySet(asked: object, conditions: readonly string[]): readonly string[] {
  return Object.values(asked).some((part) => part !== undefined) ? conditions : [];
}

/** On the days of `dateWindow`, which are the parameters. */
export function dateConditions(variable: string): readonly string[] {
  return [ifSet('firstDay', `${variable}.lastDay >= $firstDay`), ifSet('lastDay', `${variable}.firstDay <= $lastDay`)];
}

/** What a page returns of each record. */
function returning<Type extends RecordType>(
  type: Type,
  variable: string,
  { fields }: Reading,
  parameters: PageSource<never, never>['parameters'],
) {
  const { returned, record, parameters: ofRecords } = stored(type, fields.get(type));
  return {
    returned: returned(variable),
    record,
    parameters: { ...parameters, ...ofRecords },
  } satisfies Partial<PageSource<readonly unknown[], RecordOf<Type>>>;
}

export function entitySource(filter: EntityFilter, reading = readsAll): PageSource<readonly unknown[], EntityRecord> {
  const conditions = ifAnySet({ kinds: filter.kinds }, ['e.kind IN $kinds']);
  const firstSeen = 'NOT EXISTS { MATCH (o:Document)-[:MENTIONS]->(e) WHERE o.sortKey < d.sortKey }';
  return {
    variable: 'e',
    key: filter.orderBy === 'MENTIONS' ? 'e.mentionsKey' : 'e.id',
    ...returning('entity', 'e', reading, { kinds: filter.kinds }),
    owned: [
      {
        match: 'MATCH (d:Document {id: owner})-[:MENTIONS]->(e)',
        isAlongRelationships: true,
        conditions: [...conditions, ...(filter.firstSeen === true ? [firstSeen] : [])],
      },
    ],
    all: [{ match: 'MATCH (e:Entity)', conditions }],
  };
}

const unsetRelationFilter = {
  types: null,
  direction: null,
  kinds: null,
  modality: null,
  source: null,
  target: null,
  onlyHere: null,
  minConfidence: null,
  from: null,
  to: null,
  toldBy: null,
} satisfies Record<keyof RelationFilter, null>;

export function relationSource(
  filter: RelationFilter,
  reading = readsAll,
): PageSource<readonly unknown[], RelationRecord> {
  const conditions = [
    ifSet('types', 'r.type IN $types'),
    ifSet('modality', 'r.modality IN $modality'),
    ifSet('source', 'r.source = $source'),
    ifSet('target', 'r.target = $target'),
    ...evidentConditions(filter),
  ];
  const conditionsOfAny = [ifSet('kinds', 'r.sourceKind IN $kinds OR r.targetKind IN $kinds'), ...conditions];
  const end = filter.source === undefined ? 'target' : 'source';
  const isAnchored = filter.source !== undefined || filter.target !== undefined;
  return {
    variable: 'r',
    key: 'r.id',
    ...returning('relation', 'r', reading, {
      ...unsetRelationFilter,
      ...filter,
      ...evidenceParameters(filter),
      symmetricTypes,
    }),
    owned: [
      {
        match: `MATCH (:Entity {id: owner})-[r:${relationPattern(filter.types)}]-(other)`,
        isAlongRelationships: true,
        isRepeating: true,
        owns: isEntity,
        conditions: ifAnySet(filter, [
          ifSet(
            'direction',
            "r.type IN $symmetricTypes OR CASE $direction WHEN 'OUT' THEN r.source ELSE r.target END = owner",
          ),
          ifSet('kinds', 'other.kind IN $kinds'),
          ...conditions,
        ]),
      },
      {
        match: 'MATCH (:Document {id: owner})<-[:STANDS_IN]-(:Evidence)-[:SUPPORTS]->(r:Relation)',
        isAlongRelationships: true,
        isRepeating: true,
        owns: isDocument,
        conditions: ifAnySet(filter, [
          ...conditionsOfAny,
          '(NOT coalesce($onlyHere, false) OR NOT EXISTS { MATCH (r)<-[:SUPPORTS]-(o:Evidence) WHERE o.document <> owner })',
        ]),
      },
    ],
    all: [
      {
        match: isAnchored ? `MATCH (r:Relation {${end}: $${end}})` : 'MATCH (r:Relation)',
        conditions: ifAnySet(filter, conditionsOfAny),
      },
    ],
  };
}

const unsetStatementFilter = {
  role: null,
  speaker: null,
  addressee: null,
  subject: null,
  modes: null,
  from: null,
  to: null,
} satisfies Record<keyof StatementFilter, null>;

export function statementSource(
  filter: StatementFilter,
  reading = readsAll,
): PageSource<readonly unknown[], StatementRecord> {
  const conditions = [
    ifSet('speaker', 's.speaker = $speaker'),
    ifSet('addressee', '$addressee IN s.addressees'),
    ifSet('subject', '$subject IN s.about'),
    ifSet('modes', 's.mode IN $modes'),
    ...dateConditions('s'),
  ];
  const parties = [
    [filter.speaker, 'speaker', statementRoles.SPEAKER],
    [filter.addressee, 'addressee', statementRoles.ADDRESSEE],
    [filter.subject, 'subject', statementRoles.SUBJECT],
  ] as const;
  const [, party, partyRole] = parties.find(([entity]) => entity !== undefined) ?? [];
  const { role, ...asked } = filter;
  const ownRole = role === undefined ? Object.values(statementRoles).join('|') : statementRoles[role];
  // Who walks along the party's relationships meets no statement of others.
  const askedBesideParty = party ? { ...asked, [party]: undefined } : asked;
  return {
    variable: 's',
    key: 's.sortKey',
    ...returning('statement', 's', reading, { ...unsetStatementFilter, ...filter, ...dateWindow(filter) }),
    owned: [
      {
        match: `MATCH (:Entity {id: owner})<-[:${ownRole}]-(s)`,
        isAlongRelationships: true,
        isRepeating: role === undefined,
        owns: isEntity,
        conditions: ifAnySet(asked, conditions),
      },
      {
        match: 'MATCH (s:Statement {document: owner})',
        owns: isDocument,
        conditions: ifAnySet(asked, conditions),
      },
      {
        match: 'MATCH (s:Statement)',
        owns: isMonth,
        conditions: [...isOfMonth, ...ifAnySet(asked, conditions)],
      },
    ],
    all: [
      party
        ? {
            match: `MATCH (:Entity {id: $${party}})<-[:${partyRole}]-(s)`,
            isAlongRelationships: true,
            conditions: ifAnySet(askedBesideParty, conditions),
          }
        : { match: 'MATCH (s:Statement)', conditions: ifAnySet(asked, conditions) },
    ],
  };
}

export function mentionSource(
  filter: MentionFilter,
  reading = readsAll,
): PageSource<readonly unknown[], MentionRecord> {
  return {
    variable: 'm',
    key: 'm.sortKey',
    ...returning('mention', 'm', reading, { within: filter.within }),
    owned: [
      {
        match: 'MATCH (m:Mention {entity: owner})',
        owns: isEntity,
        conditions: ifAnySet(filter, ['m.document = $within']),
      },
      {
        match: 'MATCH (m:Mention {document: owner})',
        owns: isDocument,
        conditions: ifAnySet(filter, ['m.entity = $within']),
      },
    ],
    all: [],
  };
}

export function evidenceSource(reading = readsAll): PageSource<readonly unknown[], EvidenceRecord> {
  return {
    variable: 'x',
    key: 'x.sortKey',
    ...returning('evidence', 'x', reading, {}),
    owned: [
      { match: 'MATCH (x:Evidence {document: owner})', owns: isDocument, conditions: [] },
      { match: 'MATCH (x:Evidence {claim: owner})', owns: (owner) => !isDocument(owner), conditions: [] },
    ],
    all: [],
  };
}

export function documentSource(
  filter: DocumentFilter,
  reading = readsAll,
): PageSource<readonly unknown[], DocumentRecord> {
  const conditions = ifAnySet(filter, [ifSet('author', '$author IN d.authors'), ...dateConditions('d')]);
  return {
    variable: 'd',
    key: 'd.sortKey',
    ...returning('document', 'd', reading, { author: filter.author, ...dateWindow(filter) }),
    owned: [{ match: 'MATCH (:Entity {id: owner})<-[:MENTIONS]-(d)', isAlongRelationships: true, conditions }],
    all: [{ match: 'MATCH (d:Document)', conditions }],
  };
}

export function matchSource({ states, kinds, identity }: MatchFilter): PageSource<MatchRecord, MatchRecord> {
  return {
    variable: 'm',
    key: 'm.sortKey',
    returned: matchMap('m'),
    record: (row) => row,
    parameters: { states, kinds, identity },
    owned: [],
    all: [
      {
        match: 'MATCH (m:Match)',
        conditions: [
          ifSet('states', 'm.state IN $states'),
          ifSet('kinds', 'm.kind IN $kinds'),
          ifSet('identity', '(m.left = $identity OR m.right = $identity)'),
        ],
      },
    ],
  };
}

/** An entity with all its identities, or what an entry names itself. */
const isAbout = `(EXISTS { (l)-[:CONCERNS]->(:LedgerSubject {id: $about}) } OR EXISTS {
  MATCH (l)-[:CONCERNS]->(s:LedgerSubject)
  MATCH (i:Identity {id: s.id})
  MATCH (about:Identity {id: $about}) WHERE i.entity = about.entity
})`;

export function ledgerSource({ about, actions, by, undone }: LedgerFilter): PageSource<LedgerRow, LedgerEntry> {
  return {
    variable: 'l',
    key: 'l.id',
    returned: ledgerMap('l'),
    record: fromLedgerRow,
    parameters: { about, actions, by, undone },
    owned: [],
    all: [
      {
        match: 'MATCH (l:LedgerEntry)',
        conditions: [
          ifSet('undone', '(l.undone IS NOT NULL) = $undone'),
          ifSet('actions', 'l.action IN $actions'),
          ifSet('by', 'l.by = $by'),
          ifSet('about', isAbout),
        ],
      },
    ],
  };
}
