import type { AuthorityRecord } from '../../lexicon/authority-record.js';
import type { Sentence } from '../../text/document-text.js';
import { onOneLine } from '../../text/on-one-line.js';
import type { Token } from '../../text/tokenizer.js';
import { addBaseUnits, unitOf } from './base-units.js';
import { termUnit } from './cascade.js';
import { featureSet } from './feature-sets.js';
import { keyOf } from './grammar-rule.js';
import type { NameEntry, NameTrie } from './name-trie.js';
import { changedUnit, type Term, termWith, type Unit } from './unit.js';

/** The lowest level of the cascade: names of the authorities become terms, all other tokens plain units. */
export function nameUnits(sentence: Sentence, text: string, trie: NameTrie): readonly Unit[] {
  const { tokens } = sentence;
  const units: Unit[] = [];
  /** Tokens from here on have no unit yet. */
  let plain = 0;
  for (let at = 0; at < tokens.length; ) {
    const match = trie.match(tokens, at);
    const first = tokens[at];
    const last = tokens[at + (match?.length ?? 1) - 1];
    if (first === undefined || last === undefined) break;
    const term =
      match === null
        ? null
        : termOfEntries(
            match.entries,
            text.slice(first.start, last.end),
            first.start,
            last.end,
            tokens[at + match.length],
          );
    if (match === null || term === null) {
      if (match !== null && isSurname(match.entries, match.length)) {
        addBaseUnits(units, tokens, plain, at, text);
        plain = at + 1;
        const unit = withFeature(unitOf(first), 'surname');
        units.push(match.entries.some((entry) => entry.isListed) ? withFeature(unit, 'listed-surname') : unit);
      }
      at += 1;
      continue;
    }
    addBaseUnits(units, tokens, plain, at, text);
    const own = tokens.slice(at, at + match.length);
    const unit = termUnit(withBody(term, own, text, trie), [unitOf(last)]);
    units.push(isMonthLike(own) ? withFeature(unit, 'month') : unit);
    at += match.length;
    plain = at;
  }
  addBaseUnits(units, tokens, plain, tokens.length, text);
  return withTelegraphicOpening(units);
}

const assembly = /\b(?:congress|plenum|conference|session)\b/iu;

/** "20th CPSU Congress": the party inside the name of a record held it. */
function withBody(event: Term, tokens: readonly Token[], text: string, trie: NameTrie): Term {
  if (event.kind !== 'EVENT' || tokens.length < 2 || !assembly.test(event.name)) return event;
  for (let at = 0; at < tokens.length; at++) {
    const match = trie.match(tokens, at);
    const [first, last] = [tokens[at], tokens[at + (match?.length ?? 1) - 1]];
    if (match === null || first === undefined || last === undefined || match.length === tokens.length) continue;
    const body = termOfEntries(match.entries, text.slice(first.start, last.end), first.start, last.end, undefined);
    if (body?.kind === 'ORGANIZATION')
      return termWith({ ...event, parts: [...event.parts, { role: 'body', term: body }] });
  }
  return event;
}

/** "Assume Department will agree": the verb that opens the sentence is no part of the name behind it. */
function withTelegraphicOpening(units: readonly Unit[]): readonly Unit[] {
  const at = units.findIndex((unit) => !/^(?:NUM|PUNCT|SYM)$/.test(unit.pos));
  const opening = units[at];
  const next = units[at + 1];
  const opensName = next !== undefined && (next.term !== undefined || next.features.has('cap'));
  if (opening?.features.has('telegraphic-opening') !== true || !opensName) return units;
  const features = [...opening.features].filter((feature) => feature !== 'cap' && feature !== 'PROPN');
  return units.with(at, changedUnit(opening, { pos: 'VERB', features: featureSet([...features, 'VERB']) }));
}

function isMonthLike(tokens: readonly Token[]): boolean {
  return tokens.length === 1 && /^(?:May|March|August)$/.test(tokens[0]?.text ?? '');
}

function withFeature(unit: Unit, feature: string): Unit {
  return changedUnit(unit, { features: featureSet([...unit.features, feature]) });
}

function isSurname(entries: readonly NameEntry[], length: number): boolean {
  return length === 1 && entries.some((entry) => entry.role === 'surname');
}

/** Which of the readings of a surface form the company speaks for; `null` where it is no more than a surname. */
function termOfEntries(
  entries: readonly NameEntry[],
  written: string,
  start: number,
  end: number,
  next: Token | undefined,
): Term | null {
  const named = entries.filter(({ role }) => role === 'name');
  const listed = named.filter(({ isListed }) => isListed);
  const records = new Map((listed.length > 0 ? listed : named).map(({ record }) => [record.id, record] as const));
  const [record] = records.values();
  if (record !== undefined) return nameTerm(record, [...records.keys()], written, start, end);
  const adjective = entries.find((entry) => entry.role === 'adjective');
  const people = entries.find((entry) => entry.role === 'people');
  const describes = next !== undefined && /^(?:NOUN|PROPN|ADJ)$/.test(next.word.pos) && next.word.pos !== 'PUNCT';
  if (adjective !== undefined && (people === undefined || describes || next?.text === '-'))
    return adjectiveTerm(adjective.record, written, start, end);
  if (people !== undefined) return peopleTerm(people.record, written, start, end);
  return null;
}

function nameTerm(
  record: AuthorityRecord,
  readings: readonly string[],
  written: string,
  start: number,
  end: number,
): Term {
  const isSole = readings.length === 1;
  return termWith({
    kind: record.kind,
    name: onOneLine(written),
    // Of several records with the form none is chosen: the name stands for itself.
    key: isSole ? record.id : keyOf(written),
    authority: isSole ? record.id : undefined,
    candidates: isSole ? undefined : readings,
    parts: [],
    start,
    end,
    rule: 'authority',
    confidence: isSole ? 0.95 : 0.6,
    mention: 'name',
    date: record.date,
  });
}

function adjectiveTerm(record: AuthorityRecord, written: string, start: number, end: number): Term {
  return termWith({
    kind: 'PLACE',
    name: written,
    key: record.id,
    authority: record.id,
    parts: [],
    start,
    end,
    rule: 'adjective',
    confidence: 0.9,
    mention: 'title',
  });
}

function peopleTerm(record: AuthorityRecord, written: string, start: number, end: number): Term {
  return termWith({
    kind: 'GROUP',
    name: written,
    key: peopleKey(record.id),
    parts: [],
    start,
    end,
    rule: 'people',
    confidence: 0.8,
    mention: 'name',
  });
}

/** Key of the group that a country's people are: "the Americans". */
export function peopleKey(placeId: string): string {
  return `people of ${placeId}`;
}
