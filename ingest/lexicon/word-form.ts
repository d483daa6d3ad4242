import { type VerbEntry, verbEntry } from './verb-forms.js';

/**
 * A word or a name in small letters. Readers ask the same of a word wherever it stands, so what they ask is found once
 * for each written form, and stands where its units are.
 */
export interface WordForm {
  readonly lower: string;
  readonly verb: VerbEntry | undefined;
  /** Bits of the kinds that it is of. */
  kinds: number;
}

/** A number has no bits for more. */
const mostKinds = 31;
/** Words of a volume are about twenty thousand, its names as many. */
const mostForms = 50_000;

const kinds: ((word: string) => boolean)[] = [];
/** Lives as long as the process; emptied when it is full, and units that are still read then keep their forms. */
const known = new Map<string, WordForm>();

/** @param lower - In small letters. */
export function formOf(lower: string): WordForm {
  const found = known.get(lower);
  if (found !== undefined) return found;
  if (known.size >= mostForms) known.clear();
  const form = {
    lower,
    verb: verbEntry(lower),
    kinds: kinds.reduce((bits, isOfKind, number) => (isOfKind(lower) ? bits | (1 << number) : bits), 0),
  };
  known.set(lower, form);
  return form;
}

/** @returns the bit of a new kind of words, by which each form is known at once. */
export function wordKind(isOfKind: (word: string) => boolean): number {
  if (kinds.length === mostKinds) throw new RangeError(`More than ${mostKinds} kinds of words need a second number.`);
  const bit = 1 << kinds.length;
  kinds.push(isOfKind);
  for (const form of known.values()) if (isOfKind(form.lower)) form.kinds |= bit;
  return bit;
}
