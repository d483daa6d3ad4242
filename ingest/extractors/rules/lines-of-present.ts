import type { ParsedSentence } from './document-reader.js';
import { keyOf } from './grammar-rule.js';
import type { Term, Unit } from './unit.js';

/** A line of a list: no sentence, and not long. */
const longestLine = 140;
/** What offices call themselves in lists: "EUR", "NA", "EUR:WE". */
const symbol = /^\p{Lu}[\p{Lu}\d/&:–-]{1,9}$/u;

/** "Mr. Lancaster, EUR": a name, a comma, and what he is. */
export function isLineOfPresent({ units, paragraph }: ParsedSentence): boolean {
  if (paragraph.text.length > longestLine || /[.!?]\s*$/u.test(paragraph.text)) return false;
  const name = units.findIndex(({ term }) => term?.kind === 'PERSON');
  if (name < 0 || name > 2 || units.slice(0, name).some(({ features }) => !features.has('person-title'))) return false;
  return startsWithComma(units[name + 1]);
}

function startsWithComma(unit: Unit | undefined): boolean {
  return unit !== undefined && (unit.features.has('comma') || unit.text.startsWith(','));
}

/** Takes the symbols of offices behind the names of such lines for bodies, and not for more names. */
export function nameOfficeSymbols(sentences: readonly ParsedSentence[]): readonly ParsedSentence[] {
  return sentences.map((sentence) => {
    if (!isLineOfPresent(sentence)) return sentence;
    const first = sentence.units.findIndex(({ term }) => term?.kind === 'PERSON');
    const units = sentence.units.map((unit, index) =>
      index > first && symbol.test(unit.text) && isOpen(unit.term) ? asBody(unit) : unit,
    );
    return { ...sentence, units };
  });
}

function isOpen(term: Term | undefined): boolean {
  return term === undefined || ((term.kind === 'PERSON' || term.kind === 'NAME') && term.authority === undefined);
}

function asBody(unit: Unit): Unit {
  const { text: name, start, end } = unit;
  const term: Term = {
    kind: 'ORGANIZATION',
    name,
    key: keyOf(name),
    parts: [],
    start,
    end,
    rule: 'office-symbol',
    confidence: 0.7,
    mention: 'name',
  };
  const features = [...unit.features].filter((feature) => feature !== 'PERSON' && feature !== 'NAME');
  return { ...unit, term, pos: 'PROPN', features: new Set([...features, 'term', 'cap', 'ORGANIZATION']) };
}
