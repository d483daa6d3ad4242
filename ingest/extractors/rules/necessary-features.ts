/**
 * What a sentence must hold for a pattern to match at all: of each clause, a unit that satisfies one of the alternatives
 * ("cap+!term"). Most rules ask for a rare word; looking for it first spares most runs of the expression.
 */
export type NecessaryFeatures = readonly (readonly string[])[];

/** The pieces that patterns are made of: look-around, groups, anchors, units, words, quantifiers. */
export const patternPieces =
  /\(\?<?[=!]|\(\?<\w+>|\(\?:|\(|\)|\||[$^]|[?*+]\??|\{\d+(?:,\d*)?\}\??|\[[^\]]+\]|[\p{L}\p{N}'’\-.&/]+|\s+/gu;

/** Words and features that stand in most sentences, and kinds of names that stand in many. */
const common = /^(?:=(?:a|and|at|by|for|from|in|of|on|the|to|with)$|!|cap\b|comma$|stop$|NOUN\b|ADJ\b|VERB\b|AUX\b)/;
const frequent = /^(?:PLACE|ORGANIZATION|PERSON|NAME|DATE|adjective|office-noun|term)\b/;

/** How many sentences a clause lets through, in a measure of its own. */
function width(clause: readonly string[]): number {
  return clause.reduce((sum, part) => sum + (common.test(part) ? 1_000 : frequent.test(part) ? 30 : 1), 0);
}

class PatternReader {
  #at = 0;
  constructor(private readonly pieces: readonly string[]) {}

  /** Branches up to the end of the group, as clauses of which all must hold. */
  alternatives(): NecessaryFeatures {
    const branches = [this.#sequence()];
    while (this.pieces[this.#at] === '|') {
      this.#at += 1;
      branches.push(this.#sequence());
    }
    const [only] = branches;
    if (branches.length === 1) return only ?? [];
    // One clause of each branch makes one that any of them meets; of the narrowest, since they rule out most.
    const chosen = branches.map((clauses) => [...clauses].sort((a, b) => width(a) - width(b))[0]);
    return chosen.includes(undefined) ? [] : [[...new Set((chosen as (readonly string[])[]).flat())]];
  }

  #sequence(): NecessaryFeatures {
    const clauses: (readonly string[])[] = [];
    for (
      let piece = this.pieces[this.#at];
      piece !== undefined && piece !== ')' && piece !== '|';
      piece = this.pieces[this.#at]
    ) {
      this.#at += 1;
      const own = this.#piece(piece);
      const quantifier = this.pieces[this.#at];
      const isQuantified = quantifier !== undefined && /^[?*+{]/u.test(quantifier);
      if (isQuantified) this.#at += 1;
      if (!isQuantified || !/^(?:[?*]|\{0)/u.test(quantifier)) clauses.push(...own);
    }
    return clauses;
  }

  #piece(piece: string): NecessaryFeatures {
    if (piece.startsWith('(')) {
      const inside = this.alternatives();
      this.#at += 1;
      return /^\(\?<?[=!]$/u.test(piece) ? [] : inside;
    }
    if (piece === '$' || piece === '^') return [];
    if (!piece.startsWith('[')) return [[`=${piece}`]];
    return [piece.slice(1, -1).split('|')];
  }
}

/** @param source - A pattern over units, as `unitPattern` takes it. */
export function necessaryFeatures(source: string): NecessaryFeatures {
  const pieces = (source.match(patternPieces) ?? []).filter((piece) => piece.trim() !== '');
  return new PatternReader(pieces).alternatives();
}
