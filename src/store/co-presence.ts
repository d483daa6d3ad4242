import type { EntityRecord } from '../model/records.js';
import { sortKeys } from '../model/sort-key.js';
import { dateWindow } from './date-window.js';
import type { Page, PageRequest } from './graph-store.js';
import type { CoPresence, CoPresenceQuestion } from './graph-walks.js';
import { checkKnown } from './known-entities.js';
import { countOccasions, type DatedEvent } from './occasions.js';
import { pageOfAll } from './page-of-all.js';
import type { EntityLink, TraversalReader } from './traversal-reader.js';
import { maxTiesRead, tooManyTies } from './walk-limits.js';

/** What shows that two entities were together: relations by identifier, and the events that both took part in. */
interface Together {
  readonly left: string;
  readonly right: string;
  readonly meetings: string[];
  readonly events: string[];
}

/** Ties of some entities, refused where they are too many with those that were read before. */
async function readTies(
  reader: TraversalReader,
  ids: readonly string[],
  filter: CoPresenceQuestion['filter'],
  before: number,
): Promise<readonly EntityLink[]> {
  if (ids.length === 0) return [];
  const left = maxTiesRead - before;
  const ties = await reader.ties(ids, filter, [], left + 1);
  if (ties.length > left) throw tooManyTies('coPresence');
  return ties;
}

function isEvent(id: string): boolean {
  return id.startsWith('event:');
}

/** The pairs that were together: of one entity with anybody, of several with each other. */
class Pairs {
  readonly #entities: readonly string[];
  readonly #pairs = new Map<string, Together>();

  constructor(entities: readonly string[]) {
    this.#entities = entities;
  }

  between(one: string, other: string): Together | null {
    const [only] = this.#entities;
    const isAsked = (id: string): boolean => this.#entities.includes(id);
    if (
      one === other ||
      !(this.#entities.length === 1 ? one === only || other === only : isAsked(one) && isAsked(other))
    )
      return null;
    const isTurned = this.#entities.length === 1 ? other === only : other < one;
    const [left, right] = isTurned ? [other, one] : [one, other];
    const key = `${left}!${right}`;
    const known = this.#pairs.get(key) ?? { left, right, meetings: [], events: [] };
    this.#pairs.set(key, known);
    return known;
  }

  all(): readonly Together[] {
    return [...this.#pairs.values()];
  }
}

/** Who took part in each event, from the ties of the events. */
function participants(ties: readonly EntityLink[]): ReadonlyMap<string, ReadonlySet<string>> {
  const byEvent = new Map<string, Set<string>>();
  for (const { from, to } of ties) byEvent.set(from, (byEvent.get(from) ?? new Set<string>()).add(to));
  return byEvent;
}

/** `GraphWalks.coPresence`: four round trips for the pairs, one for their names. */
export async function coPresence(
  reader: TraversalReader,
  { entities, filter }: CoPresenceQuestion,
  request: PageRequest,
): Promise<Page<CoPresence>> {
  await checkKnown(reader, entities);
  const { from, to, ...undatedFilter } = filter;
  const presence = { ...undatedFilter, kinds: undefined };
  const own = await readTies(reader, entities, { ...presence, types: ['MET_WITH', 'PARTICIPATED_IN'] }, 0);
  const eventIds = [...new Set(own.map((tie) => tie.to))].filter(isEvent).sort();
  const attended = await readTies(reader, eventIds, { ...presence, types: ['PARTICIPATED_IN'] }, own.length);
  const isKindAsked = ({ kind }: EntityRecord): boolean => filter.kinds === undefined || filter.kinds.includes(kind);

  const pairs = new Pairs(entities);
  const meetings = [...new Map(own.filter((tie) => !isEvent(tie.to)).map((tie) => [tie.relation, tie])).values()];
  for (const tie of meetings) pairs.between(tie.from, tie.to)?.meetings.push(tie.relation);
  for (const [event, present] of participants(attended)) {
    const asked = entities.filter((id) => present.has(id));
    const seen = new Set<Together>();
    for (const one of asked) {
      for (const other of entities.length === 1 ? present : asked) {
        const pair = pairs.between(one, other);
        if (pair && !seen.has(pair)) pair.events.push(event);
        if (pair) seen.add(pair);
      }
    }
  }

  const relations = [...meetings, ...attended].map(({ relation }) => relation);
  const [events, dates] = await Promise.all([
    reader.entities(eventIds),
    reader.evidenceDates(relations, filter, maxTiesRead + 1),
  ]);
  if (dates.length > maxTiesRead) throw tooManyTies('coPresence');
  const datesOf = new Map<string, (string | null)[]>();
  for (const { relation, date } of dates) datesOf.set(relation, [...(datesOf.get(relation) ?? []), date]);
  const datedEvents = new Map(
    events.flatMap((event): readonly [string, DatedEvent][] => {
      if (!event) return [];
      const told = attended.filter((tie) => tie.from === event.id).flatMap((tie) => datesOf.get(tie.relation) ?? []);
      const date = event.date ?? told.filter((day) => day !== null).sort()[0] ?? null;
      return [[event.id, { id: event.id, date, endDate: event.date === null ? null : event.endDate }]];
    }),
  );

  const window = dateWindow({ from, to });
  const counted = pairs.all().flatMap(({ left, right, ...together }) => {
    const shown = together.events.flatMap((id) => datedEvents.get(id) ?? []);
    const met = together.meetings.map((relation) => ({ relation, dates: datesOf.get(relation) ?? [] }));
    const occasions = countOccasions(shown, met, window);
    return occasions === null ? [] : [{ left, right, ...occasions }];
  });
  const others = await reader.entities([...new Set(counted.flatMap(({ left, right }) => [left, right]))]);
  const byId = new Map(others.map((record) => [record?.id, record]));
  const wanted = counted.flatMap((pair): readonly CoPresence[] => {
    const [left, right] = [byId.get(pair.left), byId.get(pair.right)];
    return left && right && (entities.length > 1 || isKindAsked(right)) ? [{ ...pair, left, right }] : [];
  });
  return pageOfAll(
    wanted,
    ({ left, right, occasions }) => sortKeys.coPresence({ left: left.id, right: right.id, occasions }),
    request,
  );
}
