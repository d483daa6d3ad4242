import type { Discourse } from './discourse-sentence.js';
import type { GraphDraft } from './graph-draft.js';
import { isOccasion } from './occasions.js';
import type { TalkDraft } from './talk-draft.js';
import { tellsHead } from './talk-heads.js';
import { listedAsPresent } from './talks.js';

/** Above this number a talk is a crowd: being there is no meeting of each with each. */
const crowd = 8;
/** Datelines stand right under the title. */
const headSentences = 6;

/** Who took part in the talks that the document records, and who met whom. */
export function talkRelations(discourse: Discourse, graph: GraphDraft): void {
  locateTalk(discourse, graph);
  for (const talk of discourse.talks) {
    if (talk.participants.length < 2) continue;
    locateByOpening(talk, graph);
    relateTalk(talk, graph);
  }
}

/** A dateline: "Washington, August 26, 1955." */
const longestDateline = 80;

const recordsTalk = /\b(?:conversations?|meetings?|discussions?|talks?|minutes|memcon|interview)\b/iu;

/** The one talk that a memorandum records was held where its dateline says. */
function locateTalk({ talks, sentences }: Discourse, graph: GraphDraft): void {
  const [talk] = talks;
  const title = sentences.filter(({ paragraph }) => paragraph.role === 'title');
  if (talk !== undefined && locateByHead(talk, sentences, graph)) return;
  const isRemote = title.some(({ paragraph }) => /\btelephone\b/iu.test(paragraph.text));
  if (talk === undefined || talks.length > 1 || isRemote) return;
  for (const { units, sentence, paragraph } of title) {
    const date = units.findIndex(({ term }) => term?.kind === 'DATE');
    const place = units.slice(0, Math.max(0, date)).findLast(({ entity }) => entity?.kind === 'PLACE');
    if (
      !recordsTalk.test(paragraph.text) ||
      place?.term?.mention !== 'name' ||
      units[date - 1]?.features.mark !== 'comma'
    )
      continue;
    const range = { start: sentence.start, end: sentence.end };
    graph.relate('LOCATED_IN', talk.event, place.entity, { range, rule: 'dateline', confidence: 0.8 });
    return;
  }
  // The dateline of a letter or a telegram says where it was written.
  if (!title.some(({ paragraph }) => recordsTalk.test(paragraph.text))) return;
  for (const { units, paragraph, sentence } of sentences.slice(0, headSentences)) {
    const [place] = units;
    const isDateline =
      paragraph.text.length <= longestDateline &&
      place?.entity?.kind === 'PLACE' &&
      place.term?.mention === 'name' &&
      units.some(({ term }) => term?.kind === 'DATE');
    if (!isDateline) continue;
    const range = { start: sentence.start, end: sentence.end };
    graph.relate('LOCATED_IN', talk.event, place.entity, { range, rule: 'dateline', confidence: 0.8 });
    return;
  }
}

/** "Place: Lake House, Bergen": each of them holds the talk. A line that says so may go on in the next. */
function locateByHead(talk: TalkDraft, sentences: Discourse['sentences'], graph: GraphDraft): boolean {
  const at = sentences.findIndex(({ paragraph }) => tellsHead('place', paragraph.text));
  const head = sentences[at];
  if (head === undefined) return false;
  const next = sentences[at + 1];
  const goesOn = next?.units.every(
    ({ entity, term, text }) => entity?.kind === 'PLACE' || term?.kind === 'NAME' || !/\p{L}/u.test(text),
  );
  const lines = [head, ...(next !== undefined && goesOn === true ? [next] : [])];
  let isFound = false;
  for (const { units, sentence } of lines) {
    const range = { start: sentence.start, end: sentence.end };
    for (const { entity, term } of units) {
      if (entity?.kind !== 'PLACE' || term?.mention !== 'name') continue;
      graph.relate('LOCATED_IN', talk.event, entity, { range, rule: 'place-of-head', confidence: 0.85 });
      isFound = true;
    }
  }
  return isFound;
}

const meeting =
  /^(?:saw|see|met|received|visited|called|talked|lunched|dined|conferred|conversation|meeting|talk|join|joined|stopped)$/;

/** "I met him in the Map Room": where, in the sentence that opens the talk. */
function locateByOpening({ event, opening: { units, paragraph } }: TalkDraft, graph: GraphDraft): void {
  // "Conversation with Lehtinen—Map Room"
  const isHeading =
    paragraph.role !== 'title' && paragraph.text.length < longestDateline && !/[.!?]\s*$/u.test(paragraph.text);
  const dash = isHeading
    ? units.findIndex(({ features, text }) => features.mark === 'dash' || /^[–—]/u.test(text))
    : -1;
  const headed =
    dash < 0
      ? undefined
      : units.slice(dash).find(({ entity, term }) => entity?.kind === 'PLACE' && term?.mention === 'name');
  if (headed !== undefined)
    graph.relate('LOCATED_IN', event, headed.entity, { range: headed, rule: 'place-of-heading', confidence: 0.7 });
  const verb =
    paragraph.role === 'title' ? -1 : units.findIndex(({ lower, term }) => term === undefined && meeting.test(lower));
  if (verb < 0) return;
  const rest = units.slice(verb + 1);
  const stop = rest.findIndex(
    ({ lower, features }) =>
      features.mark === 'comma' || features.mark === 'stop' || /^(?:that|who|which|and|to|about|on)$/.test(lower),
  );
  const near = stop < 0 ? rest : rest.slice(0, stop);
  near.forEach((unit, at) => {
    const place = near[at + 1]?.lower === 'the' ? near[at + 2] : near[at + 1];
    if (!/^(?:in|at)$/.test(unit.lower) || place?.entity?.kind !== 'PLACE' || place.term?.mention !== 'name') return;
    const range = { start: units[verb]?.start ?? 0, end: place.end };
    graph.relate('LOCATED_IN', event, place.entity, { range, rule: 'met-in-place', confidence: 0.65 });
  });
}

function relateTalk(talk: TalkDraft, graph: GraphDraft): void {
  const claim = (person: (typeof talk.participants)[number]) => {
    const { sentence } = talk.evidence.get(person) ?? talk.opening;
    return { range: { start: sentence.start, end: sentence.end }, rule: 'talk', confidence: 0.85, date: talk.date };
  };
  // Of a crowd those who opened the talk met all the same: "Conversation between A and B", with a dozen advisers.
  const isCrowd = talk.participants.length > crowd || isOccasion(talk.event);
  const isListed = listedAsPresent(talk.opening.paragraph.text);
  const openers = isListed ? [] : talk.openers;
  const met = isCrowd ? openers : talk.participants;
  for (const person of talk.participants) graph.relate('PARTICIPATED_IN', person, talk.event, claim(person));
  if (met.length > crowd) return;
  for (const [index, person] of met.entries()) {
    for (const other of met.slice(index + 1)) graph.relate('MET_WITH', person, other, claim(other));
  }
}
