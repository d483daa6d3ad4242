import { formOf } from '../../lexicon/word-form.js';
import { featureSet } from './feature-sets.js';
import type { GrammarContext, GrammarRule } from './grammar-rule.js';
import { type Term, type Unit, unitWith } from './unit.js';

/** Rules that see the same units; a level runs until none of its rules finds anything new. */
export type GrammarLevel = readonly GrammarRule[];

/** Rounds of one level; stacks of organs are never deeper. */
const maxRounds = 4;

/** Runs the levels over a sentence, bottom up; each match becomes one unit. */
export function runCascade(
  units: readonly Unit[],
  levels: readonly GrammarLevel[],
  context: GrammarContext,
): readonly Unit[] {
  let current = units;
  for (const level of levels) current = runLevel(current, level, context);
  return current;
}

function runLevel(units: readonly Unit[], level: GrammarLevel, context: GrammarContext): readonly Unit[] {
  let current = units;
  /** Rules in a row that have seen these units and found nothing. */
  let done = 0;
  for (let round = 0; round < maxRounds; round++) {
    for (const rule of level) {
      const found = applyRule(current, rule, context);
      done = found === current ? done + 1 : 0;
      if (done === level.length) return current;
      current = found;
    }
  }
  return current;
}

function applyRule(units: readonly Unit[], rule: GrammarRule, context: GrammarContext): readonly Unit[] {
  let changed: Unit[] | null = null;
  let copied = 0;
  for (const match of rule.pattern.matches(units)) {
    const own = units.slice(match.start, match.end);
    const term = rule.build(match, own, context);
    if (term === null) continue;
    changed ??= [];
    changed.push(
      ...units.slice(copied, match.start),
      ...outside(own, term, 'before'),
      termUnit(term, own),
      ...outside(own, term, 'after'),
    );
    copied = match.end;
  }
  if (changed === null) return units;
  changed.push(...units.slice(copied));
  return changed;
}

/** Units of the match that the term leaves out: an article, a bracket, a possessive. */
function outside(units: readonly Unit[], term: Term, side: 'before' | 'after'): readonly Unit[] {
  return units.filter((unit) => {
    const { start, end } = term.covers ?? term;
    return side === 'before' ? unit.end <= start : unit.start >= end;
  });
}

/** The unit that stands for a term. */
export function termUnit(term: Term, made: readonly Unit[]): Unit {
  const head = made.findLast((unit) => unit.end <= term.end) ?? made.at(-1);
  // A nationality adjective or a bare noun is no name: patterns ask for it by its own feature.
  const isTitle = term.mention === 'title' && term.kind !== 'OFFICE';
  const features = ['term', isTitle ? `title:${term.kind}` : term.kind, `rule:${term.rule}`];
  if (/^\p{Lu}/u.test(term.name)) features.push('cap');
  if (term.head !== undefined) features.push(`head:${term.head}`);
  if (term.rule === 'adjective') features.push('adjective');
  if (term.rule === 'people') features.push('peoples-name');
  const { start, end } = term.covers ?? term;
  return unitWith({
    start,
    end,
    text: term.name,
    form: formOf(term.name.toLowerCase()),
    lemma: head?.lemma ?? '',
    pos: 'PROPN',
    term,
    features: featureSet(features),
  });
}
