import type { AuthorityRecord } from '../../lexicon/authority-record.js';
import type { Discourse } from './discourse-sentence.js';
import type { EntityDraft } from './entity-draft.js';
import type { EntityRegistry } from './entity-registry.js';
import type { GraphDraft } from './graph-draft.js';
import type { ReadUnit } from './reading.js';
import { rangeOf } from './subjects.js';

type RecordOf = (id: string) => AuthorityRecord | undefined;

/**
 * Relations that the text writes down in a form that could mean something else, and that a record confirms: "Peking,
 * China" is an address, "Peking, Moscow" a list; "Security Council" is an organ of the United Nations that the text names.
 */
export function toldByRecords(
  { sentences }: Discourse,
  registry: EntityRegistry,
  recordOf: RecordOf,
  graph: GraphDraft,
): void {
  for (const { units } of sentences) {
    addresses(units, recordOf, graph);
    organs(units, recordOf, graph);
  }
  for (const entity of registry.entities) {
    if (entity.kind === 'ORGANIZATION') organsByName(entity, registry, graph);
    if (entity.kind === 'EVENT') meetingPlace(entity, registry, graph);
  }
}

/** "Peking (Beijing), People's Republic of China"; "Sofia, the capital of Bulgaria". */
function addresses(units: readonly ReadUnit[], recordOf: RecordOf, graph: GraphDraft): void {
  units.forEach((inner, at) => {
    if (inner.entity?.kind !== 'PLACE' || inner.term?.mention !== 'name') return;
    const outer = addressBehind(units, at);
    if (outer?.entity?.kind !== 'PLACE' || !liesIn(inner.entity, outer.entity, recordOf)) return;
    const claim = { range: rangeOf([inner, outer]), rule: 'address', confidence: 0.9 };
    graph.relate('LOCATED_IN', inner.entity, outer.entity, claim);
  });
}

/** The place behind a comma, another spelling in brackets and "the capital of" left out. */
function addressBehind(units: readonly ReadUnit[], inner: number): ReadUnit | undefined {
  const isGlossed = units[inner + 1]?.text === '(' && units[inner + 3]?.text === ')';
  const link = inner + (isGlossed ? 4 : 1);
  if (units[link]?.features.mark !== 'comma') return undefined;
  return units
    .slice(link + 1, link + 6)
    .find(({ lower, term }) => term !== undefined || !/^(?:the|capital|city|of)$/u.test(lower));
}

function liesIn(inner: EntityDraft, outer: EntityDraft, recordOf: RecordOf): boolean {
  let id = recordOf(inner.authority ?? '')?.within;
  for (let steps = 0; id !== undefined && steps < 6; steps++) {
    if (id === outer.authority) return true;
    id = recordOf(id)?.within;
  }
  return false;
}

/** An organ and its body in one sentence: "the Security Council … the United Nations". A government's parts are its own matter. */
function organs(units: readonly ReadUnit[], recordOf: RecordOf, graph: GraphDraft): void {
  const bodies = units.filter(({ entity, term }) => entity?.kind === 'ORGANIZATION' && term?.mention === 'name');
  for (const organ of bodies) {
    const parent = recordOf(organ.entity?.authority ?? '')?.partOf;
    const body = bodies.find(({ entity }) => parent !== undefined && entity?.authority === parent);
    if (body === undefined || /government$/u.test(parent ?? '')) continue;
    const range = { start: Math.min(organ.start, body.start), end: Math.max(organ.end, body.end) };
    graph.relate('PART_OF', organ.entity, body.entity, { range, rule: 'organ-of-record', confidence: 0.6 });
  }
}

/** "UN Command", "Senate Foreign Relations Committee": the body in the name of its organ, where the text names that too. */
function organsByName(entity: EntityDraft, registry: EntityRegistry, graph: GraphDraft): void {
  for (const term of entity.terms) {
    if (!organNoun.test(term.name)) continue;
    const body = registry.entities.find(
      ({ kind, terms }) =>
        kind === 'ORGANIZATION' &&
        terms.some(({ name, mention }) => mention === 'name' && term.name.startsWith(`${name} `)),
    );
    const claim = { range: { start: term.start, end: term.end }, rule: 'organ-by-name', confidence: 0.75 };
    graph.relate('PART_OF', entity, body, claim);
  }
}

const organNoun =
  /\b(?:Committee|Subcommittee|Council|Commission|Command|Secretariat|Assembly|Department|Division|Section|Bureau|Presidium|Politburo|Staff|Court|Board|Office|Directorate)$/u;

/** "the Bandung Conference" met at Bandung, where the text names that too. */
function meetingPlace(event: EntityDraft, registry: EntityRegistry, graph: GraphDraft): void {
  for (const term of event.terms) {
    const town = /^(.+?) (?:[Cc]onference|[Ss]ummit|[Mm]eeting|[Tt]alks|[Cc]ongress)\b/u.exec(term.name)?.[1];
    const place = registry.entities.find(
      ({ kind, terms }) => kind === 'PLACE' && terms.some(({ name, mention }) => mention === 'name' && name === town),
    );
    const claim = { range: { start: term.start, end: term.end }, rule: 'meeting-by-place', confidence: 0.7 };
    graph.relate('LOCATED_IN', event, place, claim);
  }
}
