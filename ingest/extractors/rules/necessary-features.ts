/**
 * What a sentence must hold for a pattern to match at all: of each clause, at least one feature. Most rules ask for a
 * rare word; looking for it first spares most runs of the expression.
 */
export type NecessaryFeatures = readonly (readonly string[])[];

/** The pieces that patterns are made of: look-around, groups, anchors, units, words, quantifiers. */
export const patternPieces =
  /\(\?<?[=!]|\(\?<\w+>|\(\?:|\(|\)|\||[$^]|[?*+]\??|\{\d+(?:,\d*)?\}\??|\[[^\]]+\]|[\p{L}\p{N}'’\-.&/]+|\s+/gu;

/** A clause for one unit: the first feature that each of its alternatives asks for; none where one asks for nothing. */
function clauseOfUnit(body: string): readonly string[] | null {
  const asked = body.split('|').map((alternative) => alternative.split('+').find((part) => !part.startsWith('!')));
  return asked.includes(undefined) ? null : (asked as string[]);
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
    // One clause of each branch makes one that any of them meets; of the shortest, since they rule out most.
    const chosen = branches.map((clauses) => [...clauses].sort((a, b) => a.length - b.length)[0]);
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
    const clause = clauseOfUnit(piece.slice(1, -1));
    return clause === null ? [] : [clause];
  }
}

/** @param source - A pattern over units, as `unitPattern` takes it. */
export function necessaryFeatures(source: string): NecessaryFeatures {
  const pieces = (source.match(patternPieces) ?? []).filter((piece) => piece.trim() !== '');
  return new PatternReader(pieces).alternatives();
}
