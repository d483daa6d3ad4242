import { foldName } from '../../../src/names/fold-name.js';
import { classesOf } from '../../lexicon/word-class-index.js';
import { officeBefore } from './bracketed-holders.js';
import type { Discourse } from './discourse-sentence.js';
import type { EntityDraft } from './entity-draft.js';
import type { EntityRegistry } from './entity-registry.js';
import { departments } from './grammar/bodies.js';
import type { Claim, GraphDraft } from './graph-draft.js';
import { isLineOfPresent, isShortLine } from './lines-of-present.js';
import type { ReadUnit } from './reading.js';
import { isAbsence, listedAsPresent } from './talks.js';
import type { Term, TermPart } from './unit.js';

/** Relations that a name itself tells: organs of bodies, places in places, posts, people of a body, who held an event. */
export function structuralRelations(discourse: Discourse, registry: EntityRegistry, graph: GraphDraft): void {
  delegations(discourse, graph);
  for (const sentence of discourse.sentences) {
    const { units } = sentence;
    if (isLineOfPresent(sentence)) relateLine(units, registry, graph);
    relateBracketed(units, registry, graph);
    relateSeats(units, graph);
    for (const unit of units) {
      if (unit.term === undefined) continue;
      relateParts(unit.term, unit.entity, unit, registry, graph);
      relateUnnamedHolders(unit, graph);
    }
  }
}

/** "the United Nations Command in Korea", "Department of State, Washington, March 9", "the conference in Bandung": where. */
function relateSeats(units: readonly ReadUnit[], graph: GraphDraft): void {
  units.forEach((unit, at) => {
    if (unit.entity?.kind === 'EVENT') relateVenue(units, at, graph);
    if (unit.entity?.kind !== 'ORGANIZATION' || unit.term?.mention !== 'name') return;
    const link = units[at + 1];
    const place = units[at + 2]?.lower === 'the' ? units[at + 3] : units[at + 2];
    const isDateline = link?.features.mark === 'comma' && units[at + 4]?.term?.kind === 'DATE';
    if (place?.entity?.kind !== 'PLACE' || place.term?.mention !== 'name' || !(link?.lower === 'in' || isDateline))
      return;
    const claim = { range: { start: unit.start, end: place.end }, rule: 'body-in-place', confidence: 0.6 };
    graph.relate('LOCATED_IN', unit.entity, place.entity, claim);
  });
}

const heldWords = /^(?:which|that|was|is|were|to|be|being|will|held|convened|opened|taking|takes|took|place|now)$/;

/** "the conference that opened in Bandung". */
function relateVenue(units: readonly ReadUnit[], event: number, graph: GraphDraft): void {
  const rest = units.slice(event + 1, event + 7);
  const link = rest.findIndex(({ lower, term }) => term !== undefined || !heldWords.test(lower));
  const place = rest[link + 1]?.lower === 'the' ? rest[link + 2] : rest[link + 1];
  if (!/^(?:in|at)$/.test(rest[link]?.lower ?? '') || place?.entity?.kind !== 'PLACE') return;
  if (place.term?.mention !== 'name') return;
  const range = { start: units[event]?.start ?? 0, end: place.end };
  graph.relate('LOCATED_IN', units[event]?.entity, place.entity, { range, rule: 'event-in-place', confidence: 0.65 });
}

/** A list of those present by sides: under "Korea", and behind "Korea—", stand those who speak for Korea. */
function delegations({ sentences }: Discourse, graph: GraphDraft): void {
  let isList = false;
  let side: ReadUnit | null = null;
  for (const { units, paragraph } of sentences) {
    const opens = listedAsPresent(paragraph.text);
    isList = opens || (isList && isShortLine(paragraph.text));
    if (opens || !isList) side = null;
    if (!isList || opens || isAbsence(paragraph.text)) continue;
    const persons = units.filter(({ entity }) => entity?.kind === 'PERSON');
    // A line without a name heads those that follow, whether or not it names a side.
    if (persons.length === 0 || opensWithSide(units)) side = sideOf(units);
    if (side === null) continue;
    for (const person of persons) {
      const range = { start: Math.min(side.start, person.start), end: Math.max(side.end, person.end) };
      graph.relate('REPRESENTS', person.entity, side.entity, { range, rule: 'side-of-list', confidence: 0.75 });
    }
  }
}

/** "Australia— Mr. Blakeney" */
function opensWithSide(units: readonly ReadUnit[]): boolean {
  const dash = units.findIndex(({ features, text }) => features.mark === 'dash' || /^[–—]/u.test(text));
  return dash > 0 && dash < 4 && sideOf(units.slice(0, dash)) !== null;
}

/** The country or body that a heading is, and nothing else. */
function sideOf(units: readonly ReadUnit[]): ReadUnit | null {
  const end = units.findIndex(({ features, text }) => features.mark === 'dash' || /^[–—]/u.test(text));
  const heading = end < 0 ? units : units.slice(0, end);
  const named = heading.filter(({ entity }) => entity !== undefined);
  const [only = null] = named;
  const isBare = heading.every(
    ({ entity, text }) =>
      entity !== undefined || /^(?:the|\W+|side|delegation|representatives|participants)$/iu.test(text),
  );
  return named.length === 1 && isBare && /^(?:PLACE|ORGANIZATION)$/.test(only?.entity?.kind ?? '') ? only : null;
}

/** "Mr. Caillat, Third Secretary, Swiss Legation": the post stands between the name and the body. */
function relateLine(units: readonly ReadUnit[], registry: EntityRegistry, graph: GraphDraft): void {
  const at = units.findIndex(({ entity }) => entity?.kind === 'PERSON');
  const [name, ...rest] = units.slice(at);
  if (name?.entity === undefined) return;
  const isOwnBody = ({ entity, term }: ReadUnit) => entity?.kind === 'ORGANIZATION' && term?.mention === 'name';
  const body = rest.find(isOwnBody) ?? rest.find(({ term }) => term?.kind === 'OFFICE' && term.parts.length > 0);
  if (body === undefined) {
    relateStaff(name, rest, registry, graph);
    return;
  }
  const claim = { range: { start: name.start, end: body.end }, rule: 'line-of-present', confidence: 0.85 };
  if (body.term?.kind === 'OFFICE') {
    relatePost(name.entity, body.term, claim, registry, graph);
    return;
  }
  const between = rest.slice(0, rest.indexOf(body)).filter(({ term }) => term?.kind !== 'PERSON');
  const posts = name.term?.parts.flatMap(({ role, term }) => (role === 'post' ? [term.name] : [])) ?? [];
  const title = [...posts, ...between.map(({ text }) => text)]
    .filter((text) => /\p{L}/u.test(text))
    .map((text) => text.replace(/^\W+/u, ''))
    .join(' ');
  const isPost =
    posts.length > 0 || between.some(({ term, features }) => term?.kind === 'OFFICE' || features.has('office-noun'));
  if (isPost) graph.relate('HOLDS_POSITION', name.entity, body.entity, { ...claim, title });
  else if (title === '') graph.relate('MEMBER_OF', name.entity, body.entity, claim);
}

/** "Mr. Brandt, NSC Staff": one of the staff of a body. */
function relateStaff(name: ReadUnit, rest: readonly ReadUnit[], registry: EntityRegistry, graph: GraphDraft): void {
  const staff = rest.find(({ term }) => term?.kind === 'GROUP' && /\bStaff$/u.test(term.name));
  for (const { role, term } of staff?.term?.parts ?? []) {
    if (role !== 'of' || staff === undefined) continue;
    const range = { start: name.start, end: staff.end };
    const claim = { range, rule: 'line-of-present', confidence: 0.8, title: 'Staff' };
    graph.relate('HOLDS_POSITION', name.entity, entityOf(term, registry), claim);
  }
}

/** "the Ambassador in Korea (Strom)". */
function relateBracketed(units: readonly ReadUnit[], registry: EntityRegistry, graph: GraphDraft): void {
  units.forEach((unit, index) => {
    const office = unit.entity?.kind === 'PERSON' ? units[officeBefore(units, index)] : undefined;
    if (office?.term?.kind !== 'OFFICE' || unit.entity === undefined) return;
    const claim = { range: { start: office.start, end: unit.end }, rule: 'holder-in-brackets', confidence: 0.85 };
    relatePost(unit.entity, office.term, claim, registry, graph);
  });
}

function relateParts(
  term: Term,
  entity: EntityDraft | undefined,
  unit: ReadUnit,
  registry: EntityRegistry,
  graph: GraphDraft,
): void {
  for (const part of term.parts) {
    const other = entityOf(part.term, registry);
    if (entity !== undefined) relatePart(term, entity, part, other, unit, registry, graph);
    relateParts(part.term, other, unit, registry, graph);
  }
}

/** "the June plenum", of the central committee that the text had named. */
function relateUnnamedHolders(unit: ReadUnit, graph: GraphDraft): void {
  if (
    unit.entity?.kind !== 'EVENT' ||
    unit.term?.mention !== 'name' ||
    unit.term.parts.some(({ role }) => role === 'body')
  )
    return;
  for (const holder of unit.entity.holders) {
    graph.relate('ORGANIZED', holder, unit.entity, {
      range: { start: unit.start, end: unit.end },
      rule: 'plenum-of-committee',
      confidence: 0.6,
    });
  }
}

export function entityOf(term: Term, registry: EntityRegistry): EntityDraft | undefined {
  if (term.kind === 'DATE' || term.kind === 'NAME' || term.kind === 'OFFICE') return undefined;
  if (term.mention === 'title') return term.authority === undefined ? undefined : registry.byAuthority(term.authority);
  return registry.find(term, term.kind);
}

function relatePart(
  term: Term,
  entity: EntityDraft,
  part: TermPart,
  other: EntityDraft | undefined,
  unit: ReadUnit,
  registry: EntityRegistry,
  graph: GraphDraft,
): void {
  const claim = { range: { start: unit.start, end: unit.end }, rule: term.rule, confidence: term.confidence };
  switch (part.role) {
    case 'post':
      relatePost(entity, part.term, claim, registry, graph);
      break;
    case 'parent':
      graph.relate('PART_OF', entity, other, claim);
      break;
    case 'place':
      graph.relate('LOCATED_IN', entity, other, claim);
      break;
    case 'participant':
      graph.relate('PARTICIPATED_IN', other, entity, claim);
      break;
    case 'body':
      for (const holder of other === undefined ? entity.holders : [other])
        graph.relate('ORGANIZED', holder, entity, claim);
      break;
    case 'holder':
      graph.relate('HOLDS_POSITION', other, entity, { ...claim, title: 'head' });
      break;
    case 'of':
      relateAffiliation(term, entity, part, other, claim, graph);
      break;
    case 'country':
      if (term.rule === 'forces-of-country') graph.relate('REPRESENTS', entity, other, claim);
      break;
    case 'date':
    case 'title':
    case 'inside':
      break;
  }
}

/** People of a body or a place. An adjective of nationality names no affiliation of its own: "American imperialists". */
function relateAffiliation(
  term: Term,
  entity: EntityDraft,
  part: TermPart,
  other: EntityDraft | undefined,
  claim: Claim,
  graph: GraphDraft,
): void {
  if (entity.kind !== 'GROUP' || part.term.rule === 'adjective') return;
  const isMembership = /^(?:members|party members|communists)$/.test(term.head ?? '') && other?.kind === 'ORGANIZATION';
  graph.relate(isMembership ? 'MEMBER_OF' : 'AFFILIATED_WITH', entity, other, claim);
}

/** What a post tells of its holder: of what body or country it is, and for whom he speaks. */
export function relatePost(
  person: EntityDraft,
  office: Term,
  claim: { range: { start: number; end: number }; rule: string; confidence: number },
  registry: EntityRegistry,
  graph: GraphDraft,
): void {
  const head = office.head ?? '';
  const isEnvoy = classesOf(foldName(head)).includes('envoy-noun');
  const title = titleOf(office);
  const department = departmentOf(office, registry);
  if (department !== undefined) graph.relate('HOLDS_POSITION', person, department, { ...claim, title });
  for (const { role, term } of office.parts) {
    const body = entityOf(term, registry);
    if (role === 'country' && (isEnvoy || /representative|delegate/.test(head)))
      graph.relate('REPRESENTS', person, body, claim);
    else if (/^member$/.test(head)) graph.relate('MEMBER_OF', person, body, claim);
    else graph.relate('HOLDS_POSITION', person, body, { ...claim, title });
  }
}

/** "Assistant Secretary of State": of the department, where the text names it. */
function departmentOf({ name }: Term, registry: EntityRegistry): EntityDraft | undefined {
  const field =
    /\bSecretary of (?:the )?(State|Defense|Treasury)\b(?! for (?:Foreign|Commonwealth|War|Air|India|the Colon))/u.exec(
      name,
    );
  const department = departments[field?.[1]?.toLowerCase() ?? ''];
  if (department !== undefined) return registry.byAuthority(department);
  // "Under Secretary Lund": of the one department that the paper names.
  if (!/^(?:acting )?(?:deputy )?(?:under|assistant) secretary$/iu.test(name)) return undefined;
  const known = Object.values(departments).flatMap((id) => registry.byAuthority(id) ?? []);
  return known.length === 1 ? known[0] : undefined;
}

/** "Soviet Ambassador" of "Soviet Ambassador to the DPRK": the title without what it is of. */
function titleOf(office: Term): string {
  const of = office.parts.find(({ role }) => role === 'of')?.term;
  // "Under Secretary of State for Political Affairs": the department is a word of the title.
  if (of?.rule === 'office-of-department') return office.name;
  const end = of === undefined ? office.end : of.start;
  return office.name
    .slice(0, end - office.start)
    .replace(/[\s,]+(?:(?:of|to|at|in|for|with|from)\s+)?(?:the\s+)?$/i, '')
    .trim();
}
