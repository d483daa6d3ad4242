import type { TextRange } from '../sources/source.js';
import { bracketRepairs } from './bracket-repairs.js';
import { rejoinLines } from './rejoin-lines.js';
import type { AppliedRepair, RepairedText } from './repaired-text.js';
import { characterRepairs, type Repair } from './repairs.js';
import { applyEdits, composeEdits, repairedText, type TextEdit } from './text-edits.js';
import { wordRepairs } from './word-repairs.js';

/** What one row changes in a text. */
export function editsOf({ misread, sign, repaired, reason }: Repair, text: string): readonly TextEdit[] {
  if (sign !== undefined && !(typeof sign === 'string' ? text.includes(sign) : sign.test(text))) return [];
  // Most texts have most damages nowhere, and `matchAll` makes a copy of the expression.
  if (text.search(misread) < 0) return [];
  const edits: TextEdit[] = [];
  for (const match of text.matchAll(misread)) {
    const replacement = typeof repaired === 'string' ? repaired : repaired(match);
    if (replacement === null || replacement === match[0] || match[0] === '') continue;
    edits.push({ start: match.index, end: match.index + match[0].length, replacement, reason });
  }
  return edits;
}

/** The passes in their order: markup can hide a line's end, and a line's end can part a name. */
const passes: readonly ((text: string) => readonly TextEdit[])[] = [
  ...characterRepairs.map((row) => (text: string) => editsOf(row, text)),
  rejoinLines,
  ...[...wordRepairs, ...bracketRepairs].map((row) => (text: string) => editsOf(row, text)),
];

/** Mends a stretch of the text as received: scanning errors, remnants of markup, wrapped lines, translator's brackets. */
export function repair(text: string, range: TextRange): RepairedText {
  let current = text.slice(range.start, range.end);
  let repairs: readonly AppliedRepair[] = [];
  for (const pass of passes) {
    const edits = pass(current);
    if (edits.length === 0) continue;
    repairs = composeEdits(repairs, edits);
    current = applyEdits(current, edits);
  }
  return repairedText(current, repairs, range.start);
}
