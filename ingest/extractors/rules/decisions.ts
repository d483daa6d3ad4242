import type { ParsedDocument } from './document-reader.js';
import type { EntityDraft } from './entity-draft.js';
import type { Unit } from './unit.js';

/** Lines at the head among which a decision says whose it is. */
const linesOfHead = 10;
const longestHead = 200;

const deciding = /\b(?:decisions?|resolutions?|protocol|decree|directive|decides|resolves|excerpt|extract)\b/iu;

/** The body that a paper of decisions speaks for: "Protocol No. 5 of the meeting of the Politburo of the CC of the NWP". */
export function decidingBody({ sentences, registry }: ParsedDocument): EntityDraft | null {
  const head = sentences
    .slice(0, linesOfHead)
    .filter(({ paragraph }) => paragraph.text.length < longestHead && deciding.test(paragraph.text));
  for (const { units, paragraph } of head) {
    // "Letter on the decisions of the Politburo" is somebody else's.
    if (/\b(?:letter|telegram|report|diary|journal|conversation|speech)\b/iu.test(paragraph.text)) return null;
    for (const { term } of units) {
      const body = term?.kind === 'EVENT' ? term.parts.find(({ role }) => role === 'body')?.term : term;
      if (body?.kind !== 'ORGANIZATION' || body.mention !== 'name') continue;
      return registry.find(body, 'ORGANIZATION') ?? null;
    }
  }
  return null;
}

const decided =
  /^(?:to )?(?:approves?|instructs?|authorizes?|agrees?|expresses|entrusts?|commissions?|obliges?|orders?|recommends?|requests?|supports?|condemns?|endorses?|confirms?|appoints?|relieves?|expels?|removes?|dismisses|proposes?|thanks?|asks?|invites?|rejects?|informs?|sends?|adopts?|notes?|considers?|tasks?|elects?|ratif(?:y|ies)|accepts?|provides?|grants?|criticizes?|reprimands?)$/;

/**
 * Where a point of a decision leaves out the body that decides: "2. Instructs the Ministry …", "To approve the draft".
 * Index of its first word; −1 where it names a subject.
 */
export function decidedPoint(units: readonly Unit[]): number {
  const at = units.findIndex(({ pos, term }) => term !== undefined || !/^(?:NUM|PUNCT|SYM|X)$/.test(pos));
  const [first, second] = [units[at], units[at + 1]];
  if (first === undefined || first.term !== undefined || !/^\p{Lu}/u.test(first.text)) return -1;
  const words = first.lower === 'to' ? `to ${second?.lower}` : first.lower;
  return decided.test(words) && second?.lower !== 'of' ? at : -1;
}
