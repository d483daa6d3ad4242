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
import { readsAll } from '../brief-records.js';
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
import { evidenceParameters, isEvident } from './evident.js';
import { type Condition, list, listed, type PageSource } from './page-statement.js';
import { readFields, rowFields } from './read-fields.js';
import { relationOfEnd } from './relation-of-end.js';
import { type LedgerRow, ledgerColumns, ledgerEntry, type MatchRow, matchColumns, matchRecord } from './rows.js';
import { roleBits } from './write-document.js';

const month = `substr(owner.value, ${monthStart})`;
/** The character behind "!" ends a year, the one behind "-" a month: see `sortKeys.statement`. */
const isOfMonth = `s.sort_key >= ${month} || '!'
  AND s.sort_key < ${month} || CASE length(owner.value) WHEN ${knownMonthLength} THEN '.' ELSE '"' END`;

/** The pages of the contract: for each, its walks for each class of owners. */

const isDocument = (owner: string): boolean => idPrefix(owner) === 'document';
const isEntity = (owner: string): boolean => kindOfId(owner) !== null;

/** What a sort key begins with, its last part an offset. */
function valuesIn(key: string, parts: RegExp): readonly (string | number)[] | null {
  const [, ...values] = parts.exec(key) ?? [];
  return values.length === 0 ? null : [...values.slice(0, -1), Number(values.at(-1))];
}

function dateConditions(row: string, window: ReturnType<typeof dateWindow>): readonly Condition[] {
  return [
    window.firstDay !== null && `${row}.last_day >= :firstDay`,
    window.lastDay !== null && `${row}.first_day <= :lastDay`,
  ];
}

export function entitySource(filter: EntityFilter, reading = readsAll): PageSource<EntityRecord> {
  const key = filter.orderBy === 'MENTIONS' ? 'mention_key' : 'id';
  const conditions = [filter.kinds !== undefined && `e.kind IN ${list('kinds')}`];
  return {
    fields: readFields('entity', reading),
    parameters: { kinds: listed(filter.kinds) },
    owned: [
      {
        from: 'contribution AS c CROSS JOIN entity AS e ON e.id = c.entity',
        record: 'e',
        key: key === 'id' ? 'c.entity' : 'e.mention_key',
        owned: 'c.document = owner.value',
        conditions: [
          ...conditions,
          filter.firstSeen === true &&
            'NOT EXISTS (SELECT 1 FROM contribution AS o WHERE o.entity = c.entity AND o.document_key < c.document_key)',
        ],
      },
    ],
    all: { from: 'entity AS e', record: 'e', key: `e.${key}`, conditions },
  };
}

export function relationSource(filter: RelationFilter, reading = readsAll): PageSource<RelationRecord> {
  const ends = (row: string): readonly Condition[] => [
    filter.source !== undefined && `${row}.source = :source`,
    filter.target !== undefined && `${row}.target = :target`,
  ];
  const properties = (row: 'r' | 'w'): readonly Condition[] => [
    filter.types !== undefined && `${row}.type IN ${list('types')}`,
    filter.modality !== undefined && `${row}.modality IN ${list('modality')}`,
    isEvident(row === 'w' ? 'w.relation' : 'r.id', filter),
  ];
  const eitherKind =
    filter.kinds !== undefined && `(r.source_kind IN ${list('kinds')} OR r.target_kind IN ${list('kinds')})`;
  const fields = readFields('relation', reading);
  const isOfEnd = fields.every(({ column }) => column in relationOfEnd);
  const needsRelation = filter.source !== undefined || filter.target !== undefined || !isOfEnd;
  return {
    fields,
    parameters: {
      types: listed(filter.types),
      modality: listed(filter.modality),
      kinds: listed(filter.kinds),
      source: filter.source ?? null,
      target: filter.target ?? null,
      ...evidenceParameters(filter),
    },
    owned: [
      {
        from: `relation_end AS w ${needsRelation ? 'CROSS JOIN relation AS r ON r.id = w.relation' : ''}`,
        record: 'r',
        ...(!needsRelation && { elsewhere: relationOfEnd }),
        key: 'w.relation',
        owned: 'w.entity = owner.value',
        owns: isEntity,
        conditions: [
          filter.direction !== undefined && `w.role IN ('${filter.direction === 'OUT' ? 'OUT' : 'IN'}', 'BOTH')`,
          filter.kinds !== undefined && `w.other_kind IN ${list('kinds')}`,
          ...properties('w'),
          ...ends('r'),
        ],
      },
      {
        from: 'relation_support AS w CROSS JOIN relation AS r ON r.id = w.relation',
        record: 'r',
        key: 'w.relation',
        owned: 'w.document = owner.value',
        owns: isDocument,
        conditions: [
          eitherKind,
          ...properties('r'),
          ...ends('r'),
          filter.onlyHere === true &&
            'NOT EXISTS (SELECT 1 FROM evidence AS o WHERE o.claim = w.relation AND o.document <> w.document)',
        ],
      },
    ],
    all: {
      from: 'relation AS r',
      record: 'r',
      key: 'r.id',
      conditions: [eitherKind, ...properties('r'), ...ends('r')],
    },
  };
}

export function statementSource(filter: StatementFilter, reading = readsAll): PageSource<StatementRecord> {
  const window = dateWindow(filter);
  const bits = { speaker: roleBits.SPEAKER, addressee: roleBits.ADDRESSEE, subject: roleBits.SUBJECT };
  const parties = (['speaker', 'addressee', 'subject'] as const).filter((party) => filter[party] !== undefined);
  const isParty = (party: keyof typeof bits): string =>
    `s.sort_key IN (SELECT p.sort_key FROM statement_party AS p WHERE p.entity = :${party} AND p.roles & ${bits[party]})`;
  const others: readonly Condition[] = [
    filter.modes !== undefined && `s.mode IN ${list('modes')}`,
    ...dateConditions('s', window),
  ];
  const conditions = [...parties.map(isParty), ...others];
  const [first, ...rest] = parties;
  return {
    fields: readFields('statement', reading),
    parameters: {
      speaker: filter.speaker ?? null,
      addressee: filter.addressee ?? null,
      subject: filter.subject ?? null,
      modes: listed(filter.modes),
      ...window,
    },
    owned: [
      {
        from: 'statement_party AS w CROSS JOIN statement AS s ON s.sort_key = w.sort_key',
        record: 's',
        key: 'w.sort_key',
        owned: 'w.entity = owner.value',
        owns: isEntity,
        conditions: [filter.role !== undefined && `w.roles & ${roleBits[filter.role]}`, ...conditions],
      },
      {
        from: 'statement AS s',
        record: 's',
        key: 's.sort_key',
        owned: 's.document = owner.value',
        owns: isDocument,
        conditions,
      },
      { from: 'statement AS s', record: 's', key: 's.sort_key', owned: isOfMonth, owns: isMonth, conditions },
    ],
    // Of somebody's statements the walk is along theirs, not along all.
    all:
      first === undefined
        ? { from: 'statement AS s', record: 's', key: 's.sort_key', conditions }
        : {
            from: 'statement_party AS w CROSS JOIN statement AS s ON s.sort_key = w.sort_key',
            record: 's',
            key: 'w.sort_key',
            conditions: [`w.entity = :${first} AND w.roles & ${bits[first]}`, ...rest.map(isParty), ...others],
          },
  };
}

export function mentionSource(filter: MentionFilter, reading = readsAll): PageSource<MentionRecord> {
  const walk = { from: 'mention AS m', record: 'm', key: 'm.sort_key' };
  const within = filter.within !== undefined;
  return {
    fields: readFields('mention', reading),
    prefix: {
      columns: ['m.document', 'm.start'],
      rest: `m."end" || '/' || m.entity`,
      valuesIn: (key) => valuesIn(key, /^([^!]+)!(\d+)!/),
    },
    parameters: { within: filter.within ?? null },
    owned: [
      { ...walk, owned: 'm.entity = owner.value', owns: isEntity, conditions: [within && 'm.document = :within'] },
      { ...walk, owned: 'm.document = owner.value', owns: isDocument, conditions: [within && 'm.entity = :within'] },
    ],
  };
}

export function evidenceSource(reading = readsAll): PageSource<EvidenceRecord> {
  const walk = { from: 'evidence AS e', record: 'e', key: 'e.sort_key', conditions: [] };
  return {
    fields: readFields('evidence', reading),
    prefix: {
      columns: ['e.sort_date', 'e.document', 'e.start'],
      rest: `e."end" || '/' || e.claim`,
      valuesIn: (key) => valuesIn(key, /^([^!]+)!([^!]+)!(\d+)!/),
    },
    parameters: {},
    owned: [
      { ...walk, owned: 'e.document = owner.value', owns: isDocument },
      { ...walk, owned: 'e.claim = owner.value', owns: (owner) => !isDocument(owner) },
    ],
  };
}

export function documentSource(filter: DocumentFilter, reading = readsAll): PageSource<DocumentRecord> {
  const window = dateWindow(filter);
  const conditions = [
    filter.author !== undefined &&
      'd.sort_key IN (SELECT a.document_key FROM contribution AS a WHERE a.entity = :author AND a.is_author)',
    ...dateConditions('d', window),
  ];
  return {
    fields: readFields('document', reading),
    parameters: { author: filter.author ?? null, ...window },
    owned: [
      {
        from: 'contribution AS w CROSS JOIN document AS d ON d.sort_key = w.document_key',
        record: 'd',
        key: 'w.document_key',
        owned: 'w.entity = owner.value',
        conditions,
      },
    ],
    all: { from: 'document AS d', record: 'd', key: 'd.sort_key', conditions },
  };
}

export function matchSource(filter: MatchFilter): PageSource<MatchRecord, MatchRow> {
  return {
    fields: rowFields(matchColumns),
    record: matchRecord,
    parameters: { states: listed(filter.states), kinds: listed(filter.kinds), identity: filter.identity ?? null },
    owned: [],
    all: {
      from: 'name_match AS m',
      record: 'm',
      key: 'm.sort_key',
      conditions: [
        filter.states !== undefined && `m.state IN ${list('states')}`,
        filter.kinds !== undefined && `m.kind IN ${list('kinds')}`,
        filter.identity !== undefined && ':identity IN (m.left_id, m.right_id)',
      ],
    },
  };
}

/** An entity with all its identities, or what an entry names itself. */
const isAbout = `EXISTS (
  SELECT 1 FROM ledger_subject AS s WHERE s.entry = l.id AND s.subject IN (
    SELECT :about UNION SELECT i.id FROM identity AS i
    WHERE i.entity = (SELECT entity FROM identity WHERE id = :about)))`;

export function ledgerSource(filter: LedgerFilter): PageSource<LedgerEntry, LedgerRow> {
  return {
    fields: rowFields(ledgerColumns),
    record: ledgerEntry,
    parameters: { actions: listed(filter.actions), by: filter.by ?? null, about: filter.about ?? null },
    owned: [],
    all: {
      from: 'ledger_entry AS l',
      record: 'l',
      key: 'l.id',
      conditions: [
        filter.undone !== undefined && `l.undone IS ${filter.undone ? 'NOT ' : ''}NULL`,
        filter.actions !== undefined && `l.action IN ${list('actions')}`,
        filter.by !== undefined && 'l.by = :by',
        filter.about !== undefined && isAbout,
      ],
    },
  };
}
