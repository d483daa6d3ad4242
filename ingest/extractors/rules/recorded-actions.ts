import type { StatementMode } from '../../../src/model/ontology.js';
import type { Discourse, DiscourseSentence } from './discourse-sentence.js';
import type { EntityDraft } from './entity-draft.js';
import type { EntityRegistry } from './entity-registry.js';
import type { GraphDraft } from './graph-draft.js';
import { subjectsOf } from './subjects.js';

const modes: readonly (readonly [RegExp, StatementMode])[] = [
  [/^(?:agreed|concurred|adopted|approved|endorsed|accepted|decided|resolved)$/, 'AGREED'],
  [/^(?:requested|directed|instructed|authorized|authorised|invited)$/, 'REQUESTED'],
  [/^(?:recommended|proposed|suggested)$/, 'PROPOSED'],
  [/^(?:noted|discussed|considered|recognized|reaffirmed|heard)$/, 'SAID'],
];

/** "The Council:", and below it "a. Noted …", "b. Agreed that …": what minutes record of a body's action. */
export function recordedActions({ sentences }: Discourse, registry: EntityRegistry, graph: GraphDraft): void {
  let body: EntityDraft | null = null;
  for (const sentence of sentences) {
    const { text } = sentence.paragraph;
    const isItem: boolean = body !== null && /^\W*(?:[a-z]|\d{1,2})[.)]\s/u.test(text);
    if (!isItem) {
      body = headOf(sentence);
      continue;
    }
    const verb = sentence.units.find(({ lower, text: word }) => /^\p{Lu}/u.test(word) && modeOf(lower) !== null);
    const mode = modeOf(verb?.lower ?? '');
    if (body === null || verb === undefined || mode === null) continue;
    graph.state({
      speaker: body,
      mode,
      addressees: [],
      about: subjectsOf(sentence.units, registry).filter((entity) => entity !== body),
      range: { start: sentence.sentence.start, end: sentence.sentence.end },
      date: sentence.date,
      reportedBy: [],
      rule: `action:${verb.lower}`,
      confidence: 0.8,
    });
  }
}

function modeOf(word: string): StatementMode | null {
  return modes.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}

/** "The National Security Council:" alone on its line. */
function headOf({ units, paragraph }: DiscourseSentence): EntityDraft | null {
  if (!/:\s*$/u.test(paragraph.text) || paragraph.text.length > 100) return null;
  const named = units.filter(({ term }) => term !== undefined);
  const isBare = units.every(({ term, lower, text }) => term !== undefined || lower === 'the' || !/\p{L}/u.test(text));
  return isBare && named.length === 1 && named[0]?.entity?.kind === 'ORGANIZATION' ? named[0].entity : null;
}
