import type { Discourse } from './discourse-sentence.js';
import type { EntityRegistry } from './entity-registry.js';
import { durationIn } from './event-dates.js';
import type { ReadUnit } from './reading.js';
import { entityOf } from './structural-relations.js';
import { withParts } from './unit.js';

/** Writes down where each entity stands: by name (also inside longer names), by title, by pronoun. */
export function recordMentions(discourse: Discourse, registry: EntityRegistry): void {
  for (const { units, sentence, talk, paragraph } of discourse.sentences) {
    for (const unit of units) recordUnit(unit, registry);
    recordBracketAliases(units);
    const duration =
      paragraph.text.length < 5_000 && talk !== null
        ? durationIn(paragraph.text.slice(sentence.start - paragraph.start, sentence.end - paragraph.start))
        : undefined;
    if (duration !== undefined && talk !== null) talk.event.duration ??= duration;
  }
}

function recordUnit({ term, entity, start, end, text }: ReadUnit, registry: EntityRegistry): void {
  // Who is left out is nowhere to be marked.
  if (start === end) return;
  if (term === undefined) {
    entity?.addMention({ start, end, text, kind: 'pronoun' });
    return;
  }
  entity?.addMention({ start: term.start, end: term.end, text: term.name, kind: term.mention });
  for (const part of withParts(term).slice(1)) {
    entityOf(part, registry)?.addMention({ start: part.start, end: part.end, text: part.name, kind: part.mention });
  }
}

/**
 * A single word in brackets right behind a name is another form of it: a second romanisation, the word of the
 * original. Posts, supplied words and [sic] look otherwise.
 */
function recordBracketAliases(units: readonly ReadUnit[]): void {
  units.forEach((unit, index) => {
    const [open, word, close] = units.slice(index + 1, index + 4);
    if (
      unit.entity === undefined ||
      unit.term?.mention !== 'name' ||
      open?.features.mark !== 'open' ||
      close?.features.mark !== 'close' ||
      word === undefined
    )
      return;
    if (word.term !== undefined && word.term.kind !== 'NAME' && word.entity !== unit.entity) return;
    if (
      !/^\p{L}[\p{L}\p{M}'’ -]{3,}$/u.test(word.text) ||
      /^(?:sic|illegible|ibid|see|note|translator)$/i.test(word.text)
    )
      return;
    unit.entity.extraAliases.add(word.text);
    unit.entity.addMention({ start: word.start, end: word.end, text: word.text, kind: 'name' });
  });
}
