import type { Modality } from '../../../src/model/ontology.js';
import type { DiscourseSentence } from './discourse-sentence.js';
import type { EntityRegistry } from './entity-registry.js';
import type { GraphDraft } from './graph-draft.js';
import type { ReadUnit } from './reading.js';
import { soughtWords } from './sought-words.js';
import { ownerOf } from './stance-nouns.js';
import { entityOf } from './structural-relations.js';
import { isAgent, rangeOf } from './subjects.js';

const journeyNoun = /^(?:visit|trip|journey|tour|stay|arrival|voyage|sojourn)$/;
const inviting = /^invit(?:e[ds]?|ing)$/;
const staying = /^(?:was|were)$/;
const journeyWords = soughtWords({
  has: (word) => journeyNoun.test(word) || inviting.test(word) || staying.test(word),
});
const planned =
  /^(?:planned|plans?|planning|proposed|forthcoming|upcoming|coming|possible|potential|future|prospective|invited|invitation|invites?|will|would|intends?|intended|postponed?|cancel(?:led|ed)?|postponement|if|should|shall|may|might|could|eventual|scheduled|projected|next|hopes?|wants?)$/;

/** Who was where, by nouns of journeys and by "was in": the verbs of going are rows of the lexicon. */
export function journeys(sentence: DiscourseSentence, registry: EntityRegistry, graph: GraphDraft): void {
  const { units } = sentence;
  const hasWords = journeyWords.areIn(units);
  units.forEach((unit, at) => {
    if (unit.term?.rule === 'visit-to-place') namedVisit(sentence, unit, registry, graph);
    if (!hasWords || unit.term !== undefined) return;
    if (journeyNoun.test(unit.lower)) relateJourney(sentence, at, journeyTraveller(units, at), graph);
    if (inviting.test(unit.lower)) relateInvited(sentence, at, graph);
    if (staying.test(unit.lower)) relateStay(sentence, at, graph);
  });
}

function modalityOf({ units, quotedSpeaker }: DiscourseSentence, from: number, to: number): Modality {
  const near = units.slice(Math.max(0, from - 6), to);
  if (near.some(({ term, lower }) => term === undefined && planned.test(lower))) return 'PLANNED';
  return quotedSpeaker === undefined ? 'ASSERTED' : 'REPORTED';
}

/** "Mikoyan's visit to Hungary" is an event with a name of its own. */
function namedVisit(sentence: DiscourseSentence, unit: ReadUnit, registry: EntityRegistry, graph: GraphDraft): void {
  const at = sentence.units.indexOf(unit);
  const parts = unit.term?.parts ?? [];
  const [place] = parts.filter(({ role }) => role === 'place').map(({ term }) => entityOf(term, registry));
  const claim = {
    range: rangeOf([unit]),
    rule: 'journey:visit',
    confidence: 0.75,
    modality: modalityOf(sentence, at, at + 1),
    date: sentence.date,
  };
  for (const { role, term } of parts)
    if (role === 'participant') graph.relate('VISITED', entityOf(term, registry), place, claim);
}

/** "his trip to Moscow", "Kim made a trip to Moscow", "Kim, during a stay in Moscow". */
function journeyTraveller(units: readonly ReadUnit[], noun: number): ReadUnit | undefined {
  const owner = ownerOf(units, noun);
  if (owner !== undefined) return owner.term?.rule === 'adjective' ? undefined : owner;
  const verb = units.slice(Math.max(0, noun - 4), noun).findIndex(({ lower }) => /^(?:ma[dk]e|pa(?:id|y))/.test(lower));
  return verb < 0 ? undefined : nearestAgent(units, Math.max(0, noun - 4) + verb);
}

/** The agent before a verb, auxiliaries and adverbs between them. */
function nearestAgent(units: readonly ReadUnit[], verb: number): ReadUnit | undefined {
  for (let at = verb - 1; at >= Math.max(0, verb - 4); at--) {
    const unit = units[at];
    if (unit?.entity !== undefined) return isAgent(unit.entity) ? unit : undefined;
    if (!/^(?:AUX|ADV|PART)$/.test(unit?.pos ?? '')) return undefined;
  }
  return undefined;
}

function relateJourney(
  sentence: DiscourseSentence,
  noun: number,
  traveller: ReadUnit | undefined,
  graph: GraphDraft,
): void {
  const { units } = sentence;
  const link = units[noun + 1];
  const place = units[noun + 2]?.lower === 'the' ? units[noun + 3] : units[noun + 2];
  if (traveller?.entity === undefined || place?.entity === undefined || place.term?.rule === 'adjective') return;
  if (!/^(?:to|in|at)$/.test(link?.lower ?? '') || !/^(?:PLACE|ORGANIZATION|PERSON)$/.test(place.entity.kind)) return;
  const range = { start: Math.min(traveller.start, units[noun]?.start ?? 0), end: place.end };
  graph.relate('VISITED', traveller.entity, place.entity, {
    range,
    rule: `journey:${units[noun]?.lower}`,
    confidence: 0.7,
    modality: modalityOf(sentence, noun, noun + 3),
    date: sentence.date,
  });
}

/** "invited Suzdalev to Norland", "the delegation invited to visit Norland": whom one expects there. */
function relateInvited(sentence: DiscourseSentence, verb: number, graph: GraphDraft): void {
  const { units, date } = sentence;
  const guest = units.slice(verb + 1, verb + 3).find(({ entity }) => isAgent(entity));
  const link = guest === undefined ? verb + 1 : units.indexOf(guest) + 1;
  const isVisit = units[link + 1]?.lower === 'visit';
  const rest = link + (isVisit ? 2 : 1);
  const place = units[rest]?.lower === 'the' ? units[rest + 1] : units[rest];
  if (units[link]?.lower !== 'to' || place?.entity?.kind !== 'PLACE' || place.term?.mention !== 'name') return;
  const traveller = guest ?? (isAgent(units[verb - 1]?.entity) ? units[verb - 1] : nearestAgent(units, verb));
  if (traveller === undefined) return;
  graph.relate('VISITED', traveller.entity, place.entity, {
    range: { start: Math.min(traveller.start, units[verb]?.start ?? 0), end: place.end },
    rule: 'journey:invited',
    confidence: 0.7,
    modality: 'PLANNED',
    date,
  });
}

/** "Suzdalev was in Moscow": told as past, so that he isn't there now. */
function relateStay(sentence: DiscourseSentence, verb: number, graph: GraphDraft): void {
  const { units, date } = sentence;
  const person = units[verb - 1];
  const link = units[verb + 1];
  const place = units[verb + 2]?.lower === 'the' ? units[verb + 3] : units[verb + 2];
  const isStay = person?.entity?.kind === 'PERSON' && /^(?:in|at)$/.test(link?.lower ?? '');
  if (!isStay || place?.entity?.kind !== 'PLACE' || place.term?.mention !== 'name') return;
  graph.relate('VISITED', person.entity, place.entity, {
    range: rangeOf([person, place]),
    rule: 'journey:was-in',
    confidence: 0.6,
    modality: modalityOf(sentence, verb, verb + 3),
    date,
  });
}
