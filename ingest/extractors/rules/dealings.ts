import { type DealingNoun, dealingNouns } from '../../lexicon/dealing-nouns.js';
import type { DiscourseSentence } from './discourse-sentence.js';
import type { GraphDraft } from './graph-draft.js';
import type { ReadUnit } from './reading.js';
import { soughtWords } from './sought-words.js';
import { ownerOf } from './stance-nouns.js';
import { isAgent, rangeOf } from './subjects.js';

const rowOf = new Map<string, DealingNoun>(
  dealingNouns.flatMap((row) => row.nouns.map((noun) => [noun, row] as const)),
);
const dealingWords = soughtWords(rowOf);

/** "the Danish assurances to Norway", "their reply to the Council's invitation", "on instructions from his government". */
export function dealings(sentence: DiscourseSentence, graph: GraphDraft): void {
  const { units, date, quotedSpeaker } = sentence;
  if (!dealingWords.areIn(units)) return;
  units.forEach((unit, at) => {
    const row = unit.term === undefined ? rowOf.get(unit.lower) : undefined;
    if (row === undefined) return;
    if (/^(?:instructions?|orders?|directive)$/.test(unit.lower)) underOrders(sentence, at, graph);
    const from = ownerOf(units, at);
    if (from?.entity === undefined || units[at + 1]?.lower !== 'to') return;
    const to = agentAt(units, at + 2);
    if (to?.entity === undefined) return;
    const claim = {
      range: rangeOf([from, to]),
      rule: `dealing:${unit.lower}`,
      confidence: 0.7,
      modality: quotedSpeaker === undefined ? ('ASSERTED' as const) : ('REPORTED' as const),
      date,
    };
    graph.relate(row.relation, from.entity, to.entity, claim);
    const answered = /^(?:reply|repl|answer|response)/.test(unit.lower) ? askedFor(units, units.indexOf(to)) : null;
    if (answered !== null) graph.relate(answered, to.entity, from.entity, { ...claim, rule: 'dealing:answered' });
  });
}

/** The agent there, its article left out. */
function agentAt(units: readonly ReadUnit[], at: number): ReadUnit | undefined {
  const unit = units[at]?.lower === 'the' ? units[at + 1] : units[at];
  return isAgent(unit?.entity) ? unit : undefined;
}

/** "to the Council's invitation": what was answered had been asked, or told. */
function askedFor(units: readonly ReadUnit[], owner: number): 'ASKED' | 'INFORMED' | null {
  const from = units[owner + 1]?.features.mark === 'possessive' ? owner + 2 : owner + 1;
  for (const { lower, term, pos } of units.slice(from, from + 3)) {
    if (term !== undefined) return null;
    if (/^(?:invitation|request|appeal|demand|inquiry|enquiry|query|question|proposal|overture|approach)$/.test(lower))
      return 'ASKED';
    if (/^(?:note|letter|message|telegram|communication|memorandum|statement)$/.test(lower)) return 'INFORMED';
    if (pos !== 'ADJ') return null;
  }
  return null;
}

/** "On instructions from the Foreign Ministry the Consul handed over": it had told him to. */
function underOrders({ units, date, voice }: DiscourseSentence, at: number, graph: GraphDraft): void {
  if (!/^(?:on|under|upon|acting|following|by|received|has|have|had|no)$/.test(units[at - 1]?.lower ?? '')) return;
  if (!/^(?:of|from)$/.test(units[at + 1]?.lower ?? '')) return;
  const from = agentAt(units, at + 2);
  if (from?.entity === undefined || from.term === undefined || from.term.rule === 'adjective') return;
  const before = units.slice(0, at - 1).findLast(({ entity }) => isAgent(entity) && entity !== from.entity);
  const behind = units
    .slice(units.indexOf(from) + 1)
    .find(({ entity, term }) => isAgent(entity) && entity !== from.entity && term?.rule !== 'adjective');
  const to = before?.entity ?? behind?.entity ?? voice.author ?? undefined;
  graph.relate('ASKED', from.entity, to, {
    range: rangeOf([units[at - 1], from]),
    rule: 'under-orders',
    confidence: 0.65,
    date,
  });
}
