import { kindOfId } from '../../src/model/entity-id.js';
import { summarizeEntity } from '../../src/model/entity-summary.js';
import { tallyOf } from '../../src/model/entity-tally.js';
import { relationTypes } from '../../src/model/ontology.js';
import { firstDayOf, lastDayOf, type PartialDate } from '../../src/model/partial-date.js';
import type { EntityRecord, GraphBatch, RelationRecord, StatementRecord } from '../../src/model/records.js';
import { sortKeys } from '../../src/model/sort-key.js';
import type {
  DocumentFilter,
  EntityFilter,
  Page,
  PageItem,
  PageRequest,
  RelationFilter,
  StatementFilter,
  StatementGroup,
  StatementGroupFilter,
  StatementGrouping,
  TimelineEntry,
  TimelineFilter,
} from '../../src/store/graph-store.js';
import type { EvidenceFilter } from '../../src/store/graph-walks.js';

const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Whether some day of the record's date lies between the filter's days. */
export function isWithin(
  filter: { readonly from?: PartialDate | undefined; readonly to?: PartialDate | undefined },
  date: PartialDate | null,
  endDate: PartialDate | null = null,
): boolean {
  if (filter.from === undefined && filter.to === undefined) return true;
  if (date === null) return false;
  if (filter.from !== undefined && lastDayOf(endDate ?? date) < firstDayOf(filter.from)) return false;
  return filter.to === undefined || firstDayOf(date) <= lastDayOf(filter.to);
}

const isIn = <T>(values: readonly T[] | undefined, value: T): boolean => values === undefined || values.includes(value);

/** A page cut by hand: sorts everything, then looks for the cursor. */
export function cutPage<T>(items: readonly PageItem<T>[], request: PageRequest): Page<T> {
  const sorted = [...items].sort((a, b) => byCodePoint(a.cursor, b.cursor));
  if (request.first !== undefined) {
    const { first, after } = request;
    const rest = after === undefined ? sorted : sorted.filter(({ cursor }) => cursor > after);
    return { items: rest.slice(0, first), hasNextPage: rest.length > first, hasPreviousPage: after !== undefined };
  }
  const { last, before } = request;
  const rest = before === undefined ? sorted : sorted.filter(({ cursor }) => cursor < before);
  const start = Math.max(0, rest.length - last);
  return { items: rest.slice(start), hasNextPage: before !== undefined, hasPreviousPage: start > 0 };
}

/**
 * What a store should answer, worked out from the batches in the plainest way: everything is computed anew for each
 * question, nothing is indexed. Its walks are in `plain-walks.ts`.
 */
export class PlainGraph {
  readonly #batches = new Map<string, GraphBatch>();
  readonly #givenNames: ReadonlyMap<string, string>;

  /** @param givenNames - Entity → the name that people gave it. */
  constructor(givenNames: ReadonlyMap<string, string> = new Map()) {
    this.#givenNames = givenNames;
  }

  put(batch: GraphBatch): void {
    this.#batches.set(batch.document.id, batch);
  }

  delete(documentId: string): void {
    this.#batches.delete(documentId);
  }

  batches(): readonly GraphBatch[] {
    return [...this.#batches.values()];
  }

  entities(): readonly EntityRecord[] {
    const all = this.batches().flatMap(({ entities, document }) =>
      entities.map((contribution) => ({ ...contribution, documentDate: document.date })),
    );
    return [...new Set(all.map(({ entity }) => entity))].sort(byCodePoint).map((id) => {
      const own = all.filter(({ entity }) => entity === id);
      return summarizeEntity(id, tallyOf(own), this.#givenNames.get(id));
    });
  }

  relations(): readonly RelationRecord[] {
    const evidence = this.batches().flatMap((batch) => batch.evidence);
    const all = this.batches().flatMap((batch) =>
      batch.relations.map((relation) => ({ ...relation, document: batch.document.id })),
    );
    const identities = new Map(all.map((relation) => [relation.id, relation]));
    return [...identities.values()]
      .sort((a, b) => byCodePoint(a.id, b.id))
      .map(({ id, type, source, target, modality }) => {
        const own = evidence.filter(({ claim }) => claim === id);
        const dates = own.flatMap(({ date }) => (date === null ? [] : [date])).sort(byCodePoint);
        const titles = all
          .filter((relation) => relation.id === id)
          .flatMap(({ title, document }) =>
            title === null ? [] : own.filter((piece) => piece.document === document).map(() => title),
          );
        const votes = (title: string): number => titles.filter((other) => other === title).length;
        const [title = null] = titles.sort((a, b) => votes(b) - votes(a) || byCodePoint(a, b));
        return { id, type, source, target, title, modality, date: dates[0] ?? null, weight: own.length };
      });
  }

  entityPage(owner: string | null, filter: EntityFilter, request: PageRequest): Page<EntityRecord> {
    const spoken = this.#batches.get(owner ?? '')?.entities.map(({ entity }) => entity) ?? [];
    const records = this.entities().filter(
      ({ id, kind }) =>
        (owner === null || spoken.includes(id)) &&
        isIn(filter.kinds, kind) &&
        (owner === null || filter.firstSeen !== true || this.#firstToMention(id) === owner),
    );
    const key = filter.orderBy === 'MENTIONS' ? sortKeys.entityByMentions : sortKeys.entity;
    return cutPage(
      records.map((record) => ({ record, cursor: key(record) })),
      request,
    );
  }

  #firstToMention(entity: string): string | undefined {
    const mentioning = this.batches().filter(({ entities }) => entities.some((one) => one.entity === entity));
    const documents = mentioning.map(({ document }) => document);
    return documents.sort((a, b) => byCodePoint(sortKeys.document(a), sortKeys.document(b)))[0]?.id;
  }

  /** Whether one piece of a relation's evidence passes all together. */
  isEvident(relation: string, { minConfidence = 0, toldBy, ...dates }: EvidenceFilter): boolean {
    return this.batches().some(
      ({ document, evidence }) =>
        isWithin({ to: toldBy }, document.date) &&
        evidence.some(
          ({ claim, confidence, date }) => claim === relation && confidence >= minConfidence && isWithin(dates, date),
        ),
    );
  }

  relationPage(owner: string | null, filter: RelationFilter, request: PageRequest): Page<RelationRecord> {
    const ownEvidence = this.#batches.get(owner ?? '')?.evidence.map(({ claim }) => claim) ?? [];
    const isEntity = owner !== null && kindOfId(owner) !== null;
    const records = this.relations().filter((relation) => {
      const ends = [relation.source, relation.target];
      if (isEntity && !ends.includes(owner)) return false;
      if (owner !== null && !isEntity && !ownEvidence.includes(relation.id)) return false;
      if (owner !== null && !isEntity && filter.onlyHere === true) {
        const others = this.batches().filter(({ document }) => document.id !== owner);
        if (others.some(({ evidence }) => evidence.some(({ claim }) => claim === relation.id))) return false;
      }
      if (isEntity && filter.direction !== undefined && !relationTypes[relation.type].symmetric) {
        if ((filter.direction === 'OUT' ? relation.source : relation.target) !== owner) return false;
      }
      const others = isEntity ? [relation.source === owner ? relation.target : relation.source] : ends;
      return (
        this.isEvident(relation.id, filter) &&
        isIn(filter.types, relation.type) &&
        isIn(filter.modality, relation.modality) &&
        (filter.kinds === undefined || others.some((end) => filter.kinds?.some((kind) => kind === kindOfId(end)))) &&
        (filter.source === undefined || relation.source === filter.source) &&
        (filter.target === undefined || relation.target === filter.target)
      );
    });
    return cutPage(
      records.map((record) => ({ record, cursor: record.id })),
      request,
    );
  }

  statementPage(owner: string | null, filter: StatementFilter, request: PageRequest): Page<StatementRecord> {
    const records = this.batches()
      .flatMap((batch) => batch.statements)
      .filter((statement) => {
        const roles = { SPEAKER: [statement.speaker], ADDRESSEE: statement.addressees, SUBJECT: statement.about };
        const owns =
          owner === null ||
          owner === statement.document ||
          owner === `month:${statement.date?.slice(0, 7) ?? '~'}` ||
          (filter.role === undefined ? Object.values(roles).flat() : roles[filter.role]).includes(owner);
        return (
          owns &&
          (filter.speaker === undefined || statement.speaker === filter.speaker) &&
          (filter.addressee === undefined || statement.addressees.includes(filter.addressee)) &&
          (filter.subject === undefined || statement.about.includes(filter.subject)) &&
          isIn(filter.modes, statement.mode) &&
          isWithin(filter, statement.date)
        );
      });
    return cutPage(
      records.map((record) => ({ record, cursor: sortKeys.statement(record) })),
      request,
    );
  }

  statementGroups(by: StatementGrouping, filter: StatementGroupFilter, request: PageRequest): Page<StatementGroup> {
    const dates = new Map<string, (PartialDate | null)[]>();
    for (const { record } of this.statementPage(null, filter, { first: 100_000 }).items) {
      const owners = {
        SPEAKER: [record.speaker],
        ADDRESSEE: record.addressees,
        SUBJECT: record.about,
        MONTH: [`month:${record.date?.slice(0, 7) ?? '~'}`],
      }[by];
      for (const owner of owners) {
        const isCounted =
          by === 'MONTH' || filter.kinds === undefined || filter.kinds.some((k) => k === kindOfId(owner));
        if (isCounted) dates.set(owner, [...(dates.get(owner) ?? []), record.date]);
      }
    }
    const groups = [...dates].map(([owner, all]): StatementGroup => {
      const dated = all.filter((date) => date !== null).sort(byCodePoint);
      return { owner, count: all.length, firstDate: dated[0] ?? null, lastDate: dated.at(-1) ?? null };
    });
    const key = by === 'MONTH' ? sortKeys.statementMonth : sortKeys.statementGroup;
    return cutPage(
      groups.map((record) => ({ record, cursor: key(record) })),
      request,
    );
  }

  documentPage(owner: string | null, filter: DocumentFilter, request: PageRequest): Page<GraphBatch['document']> {
    const records = this.batches()
      .filter(({ entities }) => owner === null || entities.some(({ entity }) => entity === owner))
      .map(({ document }) => document)
      .filter(({ authors }) => filter.author === undefined || authors.includes(filter.author))
      .filter(({ date }) => isWithin(filter, date));
    return cutPage(
      records.map((record) => ({ record, cursor: sortKeys.document(record) })),
      request,
    );
  }

  timeline(owner: string | null, filter: TimelineFilter, request: PageRequest): Page<TimelineEntry> {
    if (owner !== null && kindOfId(owner) === null) return cutPage<TimelineEntry>([], request);
    const all = { last: 100_000 };
    const attended = this.relations()
      .filter(({ type, source }) => source === owner && (type === 'PARTICIPATED_IN' || type === 'ORGANIZED'))
      .map(({ target }) => target);
    const entry = (
      type: TimelineEntry['type'],
      { id, date }: { id: string; date: PartialDate | null },
      cursor: (date: PartialDate) => string,
    ) => (date === null ? [] : [{ record: { type, date, id }, cursor: cursor(date) }]);
    const items = [
      ...this.entities()
        .filter(({ id, kind }) => kind === 'EVENT' && (owner === null || owner === id || attended.includes(id)))
        .filter(({ date, endDate }) => isWithin(filter, date, endDate))
        .flatMap((record) => entry('EVENT', record, (date) => sortKeys.timeline(date, record.id))),
      ...this.statementPage(owner, { from: filter.from, to: filter.to }, all).items.flatMap(({ record }) =>
        entry('STATEMENT', record, () => sortKeys.statement(record)),
      ),
      ...this.documentPage(owner, { from: filter.from, to: filter.to }, all).items.flatMap(({ record }) =>
        entry('DOCUMENT', record, () => sortKeys.document(record)),
      ),
    ];
    return cutPage(
      items.filter(({ record }) => isIn(filter.entries, record.type)),
      request,
    );
  }
}
