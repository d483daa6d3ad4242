import type { DiscourseSentence, TalkDraft } from './discourse.js';
import type { EntityDraft } from './entity-draft.js';
import type { EntityRegistry } from './entity-registry.js';
import type { GraphDraft } from './graph-draft.js';
import { entityOf } from './structural-relations.js';
import { subjectsOf } from './subjects.js';
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
  let previous: { speaker: EntityDraft; asked: boolean } | null = null;
  for (const turn of turns.values()) {
    const [first] = turn;
    const speaker = first?.quotedSpeaker;
    if (first === undefined || speaker === undefined || speaker === null) continue;
    const asked = turn.at(-1)?.units.findLast((unit) => unit.features.has('stop'))?.text === '?';
    const { talk } = first;
    const others = talk?.participants.filter((person) => person !== speaker && !talk.silent.includes(person)) ?? [];
    const body = talk === null ? undefined : bodyOf(talk, registry);
    const addressees: EntityDraft[] =
      others.length === 1
        ? others
        : body !== undefined
          ? [body]
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
    for (const addressee of addressees) graph.relate(asked ? 'ASKED' : 'INFORMED', speaker, addressee, claim);
    previous = { speaker, asked };
  }
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
  return last === undefined || last === speaker ? [] : [last];
}

/** "Meeting of the Politburo": who speaks there speaks to the body. */
function bodyOf({ event }: TalkDraft, registry: EntityRegistry): EntityDraft | undefined {
  const bodies = event.terms.flatMap(({ parts }) => parts.flatMap(({ role, term }) => (role === 'body' ? [term] : [])));
  const [body] = bodies;
  return body === undefined ? undefined : entityOf(body, registry);
}
