import { BadArgumentError, DiplographError, UnknownEntityError } from '../errors.js';
import { idPrefix } from '../model/entity-id.js';
import { type Edit, identitiesOfEdit, type PairVerdict, type WantedEdit } from '../model/ledger.js';
import type { LinkedIdentity } from './identity.js';
import type { LinkingTables } from './linking-tables.js';
import { relinkRelation } from './relink-batch.js';
import { step, type Work } from './steps.js';

/** An edit in terms of identities. */
export interface PlannedEdit {
  readonly edit: Edit;
  /** All that the editor must have seen for it: the identities of the entities that it speaks of, documents, a relation. */
  readonly seen: readonly string[];
  /** Names, beside those of identities and entities, of what it speaks of. */
  readonly names: ReadonlyMap<string, string>;
}

type Wanted<Action extends WantedEdit['action']> = Extract<WantedEdit, { readonly action: Action }>;
const noNames: ReadonlyMap<string, string> = new Map();

function pair(one: string, other: string, verdict: PairVerdict['verdict']): PairVerdict {
  return one < other ? { left: one, right: other, verdict } : { left: other, right: one, verdict };
}

/** Calls all of these one: each is the same as the next. */
function chain(ids: readonly string[]): readonly PairVerdict[] {
  return ids.slice(1).map((id, at) => pair(ids[at] ?? '', id, 'SAME'));
}

/** @throws {UnknownEntityError} when no document names one of these. */
function* knownIdentities(tables: LinkingTables, ids: readonly string[]): Work<readonly LinkedIdentity[]> {
  const found = new Map((yield* step(tables.identities(ids))).map((one) => [one.id, one]));
  return ids.map((id) => {
    const identity = found.get(id);
    if (identity === undefined) throw new UnknownEntityError(id);
    return identity;
  });
}

function* membersOf(tables: LinkingTables, entities: readonly string[]): Work<readonly string[]> {
  return (yield* step(tables.identitiesOfEntities(entities))).map(({ id }) => id).sort();
}

function assertOneKind(identities: readonly LinkedIdentity[]): void {
  const other = identities.find(({ kind }) => kind !== identities[0]?.kind);
  if (other === undefined) return;
  throw new BadArgumentError(`${identities[0]?.id} and ${other.id} are of different kinds.`, 'Name two of one kind.');
}

function* planDecision(tables: LinkingTables, { left, right, verdict }: Wanted<'DECIDE_MATCH'>): Work<PlannedEdit> {
  if (left === right) throw new BadArgumentError(`${left} is named twice.`, 'Name two entities.');
  const identities = yield* knownIdentities(tables, [left, right]);
  assertOneKind(identities);
  const edit = { action: 'DECIDE_MATCH', verdicts: [pair(left, right, verdict)] } as const;
  return { edit, seen: [left, right], names: noNames };
}

function* planMerge(tables: LinkingTables, { entities: ids, into }: Wanted<'MERGE'>): Work<PlannedEdit> {
  const named = yield* knownIdentities(tables, [...new Set(ids)]);
  assertOneKind(named);
  const entities = [...new Set(named.map(({ entity }) => entity))].sort();
  if (entities.length < 2) {
    throw new BadArgumentError(`${[...new Set(ids)].join(' and ')} are one entity already.`, 'Name two entities.');
  }
  const members = yield* membersOf(tables, entities);
  if (into !== null && !members.includes(into)) {
    throw new BadArgumentError(`${into} is none of the merged entities.`, 'Let into be one of them.');
  }
  // An entity's identifier stands for the name that it shows; that of another of its identities for its own name.
  const [shown] = into !== null && entities.includes(into) ? yield* step(tables.entityNames([into])) : [];
  const [own] = into === null ? [] : yield* step(tables.identities([into]));
  const name = shown?.name ?? own?.name ?? null;
  return { edit: { action: 'MERGE', entities, into, name, verdicts: chain(members) }, seen: members, names: noNames };
}

function* planSplit(tables: LinkingTables, wanted: Wanted<'SPLIT'>): Work<PlannedEdit> {
  const [{ entity } = { entity: '' }] = yield* knownIdentities(tables, [wanted.entity]);
  const members = yield* membersOf(tables, [entity]);
  const identities = [...new Set(wanted.identities)].sort();
  const stranger = identities.find((id) => !members.includes(id));
  if (stranger !== undefined) {
    throw new BadArgumentError(`${stranger} is no identity of ${entity}.`, 'Take them from its field identities.');
  }
  const rest = members.filter((id) => !identities.includes(id));
  if (identities.length === 0 || rest.length === 0) {
    throw new BadArgumentError(
      `To split ${entity}, some of its ${members.length} identities have to go, and some to stay.`,
      'Name those that are somebody else.',
    );
  }
  const apart = identities.flatMap((id) => rest.map((other) => pair(id, other, 'DIFFERENT')));
  return {
    edit: { action: 'SPLIT', entity, identities, verdicts: [...chain(identities), ...apart] },
    seen: members,
    names: noNames,
  };
}

/** Letters, marks and spaces; nothing that would break a line or a text of SQLite. */
const unprintable = /[\p{Cc}\p{Surrogate}]/u;
const maxNameLength = 300;

function* planRename(tables: LinkingTables, wanted: Wanted<'RENAME'>): Work<PlannedEdit> {
  const name = wanted.name.trim().normalize('NFC');
  if (name === '' || name.length > maxNameLength || unprintable.test(name)) {
    throw new BadArgumentError(
      `A name has from 1 to ${maxNameLength} characters, in one line.`,
      'Give the name as it is to be shown.',
    );
  }
  const [{ entity } = { entity: '' }] = yield* knownIdentities(tables, [wanted.entity]);
  const [shown] = yield* step(tables.entityNames([entity]));
  return {
    edit: { action: 'RENAME', identity: entity, name, formerName: shown?.name ?? entity },
    seen: yield* membersOf(tables, [entity]),
    names: noNames,
  };
}

function* planRetraction(tables: LinkingTables, { relation: id }: Wanted<'RETRACT'>): Work<PlannedEdit> {
  const relation = yield* step(tables.relation(id));
  if (relation === null) {
    throw new DiplographError(
      'UNKNOWN_ENTITY',
      `There is no relation ${JSON.stringify(id)} in the store.`,
      'Look it up.',
    );
  }
  const { type, source, target, title, modality } = relation;
  const told = new Map<string, { source: string; target: string }>();
  const titles = new Map<string, string>();
  for (const document of yield* step(tables.documentsNamingBoth([{ relation: id, source, target }]))) {
    for (const batch of yield* step(tables.sources([document]))) {
      const identities = yield* step(tables.identities(batch.entities.map(({ entity }) => entity)));
      const entityOf = new Map(identities.map((one) => [one.id, one.entity]));
      for (const one of batch.relations) {
        if (relinkRelation(one, entityOf)?.id !== id) continue;
        told.set(`${one.source} ${one.target}`, { source: one.source, target: one.target });
        if (idPrefix(one.target) === 'document') titles.set(document, batch.document.title);
      }
    }
  }
  const pairs = [...told].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, ends]) => ends);
  const members = yield* membersOf(tables, [source, target]);
  return {
    edit: { action: 'RETRACT', relation: id, type, title, modality, told: pairs },
    seen: [id, ...members, ...titles.keys()],
    names: titles,
  };
}

function* planDeletion(tables: LinkingTables, { document }: Wanted<'DELETE_DOCUMENT'>): Work<PlannedEdit> {
  const [batch] = yield* step(tables.sources([document]));
  if (batch === undefined) {
    throw new DiplographError(
      'UNKNOWN_ENTITY',
      `There is no document ${JSON.stringify(document)} in the store.`,
      'Look its identifier up with the query documents.',
    );
  }
  return {
    edit: { action: 'DELETE_DOCUMENT', document },
    seen: [document],
    names: new Map([[document, batch.document.title]]),
  };
}

/**
 * An edit as it is kept: told by identities, which a new ingest makes again.
 *
 * @throws {UnknownEntityError}
 * @throws {BadArgumentError} for what can't be edited so.
 */
export function planEdit(tables: LinkingTables, wanted: WantedEdit): Work<PlannedEdit> {
  switch (wanted.action) {
    case 'DECIDE_MATCH':
      return planDecision(tables, wanted);
    case 'MERGE':
      return planMerge(tables, wanted);
    case 'SPLIT':
      return planSplit(tables, wanted);
    case 'RENAME':
      return planRename(tables, wanted);
    case 'RETRACT':
      return planRetraction(tables, wanted);
    case 'DELETE_DOCUMENT':
      return planDeletion(tables, wanted);
  }
}

/** What an entry speaks of, as it is called now. */
export function* namesOf(tables: LinkingTables, { edit, names: others }: PlannedEdit) {
  const named = yield* step(tables.identities(identitiesOfEdit(edit)));
  const names = new Map([...others, ...named.map(({ id, name }) => [id, name] as const)]);
  for (const { id, name } of yield* step(tables.entityNames([...new Set(named.map(({ entity }) => entity))]))) {
    names.set(id, name);
  }
  return [...names].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, name]) => ({ id, name }));
}
