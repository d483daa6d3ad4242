import { boundedMemo } from '../../../src/names/bounded-memo.js';
import { foldName } from '../../../src/names/fold-name.js';
import { onOneLine } from '../../text/on-one-line.js';
import { type PartRole, type Term, type TermKind, type TermPart, termWith, type Unit } from './unit.js';
import type { UnitMatch, UnitPattern } from './unit-pattern.js';

/** What a rule may ask while it builds a term. */
export interface GrammarContext {
  /** The repaired text. */
  readonly text: string;
}

/**
 * One rule of the cascade: units that match the pattern become one unit that stands for the term. The test of the
 * table runs each rule's example and expects a term of this name in it.
 */
export interface GrammarRule {
  readonly name: string;
  readonly reason: string;
  readonly pattern: UnitPattern;
  /** A sentence, and the name of the term that the rule finds in it. */
  readonly example: readonly [sentence: string, found: string];
  /** @returns `null` where the match turns out to be no term. */
  build(match: UnitMatch, units: readonly Unit[], context: GrammarContext): Term | null;
}

/** Folded words without articles: the key by which equal names of one kind are one entity. */
export const keyOf = boundedMemo((name) => foldName(name.replace(/['’]s\b/g, ' s')).replace(/^(?:the|a|an) /, ''));

/** The last letters of what a phrase can end in and not mean. */
const closesPhrase = /['’s"“”«»)\s,]/;

/** A phrase without its leading article, its trailing possessive and its marks. */
export function phrase(text: string, start: number, end: number): { name: string; start: number; end: number } {
  let from = start;
  let to = end;
  const leading = /^(?:(?:the|a|an)\s+|["“”«»(\s]+)/i.exec(text.slice(from, to));
  if (leading) from += leading[0].length;
  // Looked for from the end: an expression that ends in "$" is tried at every letter of the phrase.
  if (closesPhrase.test(text.charAt(to - 1))) {
    const trailing = /(?:['’]s?|["“”«»)\s,]+)$/.exec(text.slice(from, to));
    if (trailing && !/s['’]$/.test(text.slice(from, to))) to -= trailing[0].length;
  }
  // The full stop of the sentence, not that of an abbreviation.
  if (/^\p{Ll}{3}\.$/u.test(text.slice(Math.max(from, to - 4), to))) to -= 1;
  return { name: onOneLine(text.slice(from, to)), start: from, end: to };
}

export interface TermDraft {
  readonly kind: TermKind;
  readonly rule: string;
  readonly parts?: readonly TermPart[];
  readonly key?: string;
  readonly authority?: string;
  readonly confidence?: number;
  readonly mention?: 'name' | 'title';
  readonly date?: string | undefined;
  readonly endDate?: string | undefined;
  readonly head?: string | undefined;
}

/** Makes a term of a stretch of units. */
export function termOf(units: readonly Unit[], context: GrammarContext, draft: TermDraft): Term | null {
  const [first, last] = [units[0], units.at(-1)];
  if (first === undefined || last === undefined) return null;
  const { name, start, end } = phrase(context.text, first.start, last.end);
  if (name === '') return null;
  return termWith({
    kind: draft.kind,
    name,
    key: draft.key ?? keyOf(name),
    authority: draft.authority,
    parts: draft.parts ?? [],
    start,
    end,
    rule: draft.rule,
    confidence: draft.confidence ?? 0.8,
    mention: draft.mention ?? 'name',
    date: draft.date,
    endDate: draft.endDate,
    head: draft.head,
  });
}

/** Parts made of the terms of some units, all in one role. */
export function parts(role: PartRole, units: readonly Unit[], kinds?: readonly TermKind[]): TermPart[] {
  return units.flatMap(({ term }) =>
    term !== undefined && (kinds === undefined || kinds.includes(term.kind)) ? [{ role, term }] : [],
  );
}
