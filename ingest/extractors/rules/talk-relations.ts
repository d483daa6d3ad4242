import type { Discourse, TalkDraft } from './discourse.js';
import type { GraphDraft } from './graph-draft.js';

/** Above this number a talk is a crowd: being there is no meeting of each with each. */
const crowd = 10;

/** Who took part in the talks that the document records, and who met whom. */
export function talkRelations(discourse: Discourse, graph: GraphDraft): void {
  for (const talk of discourse.talks) {
    if (talk.participants.length < 2) continue;
    relateTalk(talk, graph);
  }
}

function relateTalk(talk: TalkDraft, graph: GraphDraft): void {
  const claim = (person: (typeof talk.participants)[number]) => {
    const { sentence } = talk.evidence.get(person) ?? talk.opening;
    return { range: { start: sentence.start, end: sentence.end }, rule: 'talk', confidence: 0.85, date: talk.date };
  };
  // Of a crowd those who opened the talk met all the same: "Conversation between A and B", with a dozen advisers.
  const isCrowd = talk.participants.length > crowd;
  const met = isCrowd
    ? talk.participants.filter((person) => talk.evidence.get(person) === talk.opening)
    : talk.participants;
  for (const person of talk.participants) graph.relate('PARTICIPATED_IN', person, talk.event, claim(person));
  if (met.length > crowd) return;
  for (const [index, person] of met.entries()) {
    for (const other of met.slice(index + 1)) graph.relate('MET_WITH', person, other, claim(other));
  }
}
