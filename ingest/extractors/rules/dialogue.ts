import type { DiscourseSentence } from './discourse.js';
import type { EntityDraft } from './entity-draft.js';
import type { EntityRegistry } from './entity-registry.js';
import type { GraphDraft } from './graph-draft.js';
import { subjectsOf } from './subjects.js';
import { distinct } from './talks.js';

/** The turns of a transcript as statements: one for each labelled paragraph. */
export function dialogueStatements(
  sentences: readonly DiscourseSentence[],
  registry: EntityRegistry,
  graph: GraphDraft,
): void {
  const turns = new Map<number, DiscourseSentence[]>();
  for (const sentence of sentences) {
    if (!sentence.isDialogue) continue;
    turns.set(sentence.paragraph.index, [...(turns.get(sentence.paragraph.index) ?? []), sentence]);
  }
  let previous: { speaker: EntityDraft; asked: boolean } | null = null;
  for (const turn of turns.values()) {
    const [first] = turn;
    const speaker = first?.quotedSpeaker;
    if (first === undefined || speaker === undefined || speaker === null) continue;
    const asked = turn.at(-1)?.units.findLast((unit) => unit.features.has('stop'))?.text === '?';
    const others = first.talk?.participants.filter((person) => person !== speaker) ?? [];
    const addressees: EntityDraft[] =
      others.length === 1 ? others : previous !== null && previous.speaker !== speaker ? [previous.speaker] : [];
    const mode = asked ? 'ASKED' : previous?.asked === true && previous.speaker !== speaker ? 'REPLIED' : 'SAID';
    const range = { start: first.paragraph.start, end: first.paragraph.end };
    const about = distinct(turn.flatMap(({ units }) => subjectsOf(units, registry))).filter(
      (entity) => entity !== speaker,
    );
    graph.state({
      speaker,
      mode,
      addressees,
      about,
      range,
      date: first.date,
      reportedBy: [],
      rule: 'dialogue',
      confidence: 0.9,
    });
    const claim = { range, rule: 'dialogue', confidence: 0.8, date: first.date };
    for (const addressee of addressees) graph.relate(asked ? 'ASKED' : 'INFORMED', speaker, addressee, claim);
    previous = { speaker, asked };
  }
}
