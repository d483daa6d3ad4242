import { bodyOfTalk } from './bodies-of-talks.js';
import type { DiscourseSentence } from './discourse-sentence.js';
import type { EntityDraft } from './entity-draft.js';
import type { EntityRegistry } from './entity-registry.js';
import type { GraphDraft } from './graph-draft.js';
import { performedActs } from './performatives.js';
import { subjectsOf } from './subjects.js';
import type { TalkDraft } from './talk-draft.js';
import { distinct } from './talks.js';

/** The turns of a transcript as statements: one for each label, however many paragraphs it has. */
export function dialogueStatements(
  sentences: readonly DiscourseSentence[],
  registry: EntityRegistry,
  graph: GraphDraft,
): void {
  const turns = new Map<number, DiscourseSentence[]>();
  for (const sentence of sentences) {
    if (sentence.turn === null) continue;
    turns.set(sentence.turn, [...(turns.get(sentence.turn) ?? []), sentence]);
  }
  const heard: EntityDraft[] = [];
  let previous: { speaker: EntityDraft; asked: boolean } | null = null;
  for (const turn of turns.values()) {
    const [first] = turn;
    const speaker = first?.quotedSpeaker;
    if (first === undefined || speaker === undefined || speaker === null) continue;
    const asked = turn.at(-1)?.units.findLast((unit) => unit.features.mark === 'stop')?.text === '?';
    const { talk } = first;
    const others = talk?.participants.filter((person) => person !== speaker && !talk.silent.includes(person)) ?? [];
    const body = talk === null ? undefined : bodyOfTalk(talk, registry);
    const spokenTo = directedTo(first, speaker);
    const addressees: EntityDraft[] =
      spokenTo !== undefined
        ? [spokenTo]
        : others.length === 1
          ? others
          : body !== undefined
            ? [body]
            : talk?.sides.has(speaker)
              ? acrossTable(speaker, talk, heard)
              : previous !== null && previous.speaker !== speaker
                ? [previous.speaker]
                : lastOther(first, speaker, graph);
    const mode = asked ? 'ASKED' : previous?.asked === true && previous.speaker !== speaker ? 'REPLIED' : 'SAID';
    const range = { start: first.paragraph.start, end: turn.at(-1)?.paragraph.end ?? first.paragraph.end };
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
    for (const addressee of addressees) {
      graph.relate(asked ? 'ASKED' : 'INFORMED', speaker, addressee, claim);
      for (const act of turn.flatMap(performedActs))
        graph.relate(act, speaker, addressee, { ...claim, rule: 'performed' });
    }
    previous = { speaker, asked };
    heard.push(speaker);
  }
}

/** "Zhou: (To Fang Yi) Can this be done?": a stage direction says to whom. */
function directedTo({ units }: DiscourseSentence, speaker: EntityDraft): EntityDraft | undefined {
  const open = units.slice(0, 4).findIndex(({ features }) => features.mark === 'open');
  const [to, person] = units.slice(open + 1, open + 3);
  const isDirection = open >= 0 && /^(?:to|addressing)$/.test(to?.lower ?? '');
  return isDirection && person?.entity?.kind === 'PERSON' && person.entity !== speaker ? person.entity : undefined;
}

/** Whoever of the other side spoke last, else who leads it. */
function acrossTable(
  speaker: EntityDraft,
  { sides, participants, silent }: TalkDraft,
  heard: readonly EntityDraft[],
): EntityDraft[] {
  const isOther = (person: EntityDraft) =>
    sides.has(person) && sides.get(person) !== sides.get(speaker) && !silent.includes(person);
  const other = heard.findLast(isOther) ?? participants.find(isOther);
  return other === undefined ? [] : [other];
}

/** Before the first label of the transcript the text may report who spoke: the one who spoke last is answered. */
function lastOther({ talk, paragraph }: DiscourseSentence, speaker: EntityDraft, graph: GraphDraft): EntityDraft[] {
  const told = graph.statements.filter(
    (statement) =>
      statement.range.end <= paragraph.start &&
      statement.reportedBy.length === 0 &&
      talk?.participants.includes(statement.speaker) === true,
  );
  const last = told.at(-1)?.speaker;
  if (last !== undefined) return last === speaker ? [] : [last];
  // The first turn is for the one with whom the talk was.
  const openers = talk?.openers.filter((person) => person !== speaker) ?? [];
  return openers.length === 1 && talk?.openers.length === 2 ? openers : [];
}
