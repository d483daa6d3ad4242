import type { EditorLink } from '../../sources/edition.js';
import type { TextRange } from '../../sources/source.js';
import type { DocumentText, Paragraph, Sentence } from '../../text/document-text.js';
import { nameBracketedHolders } from './bracketed-holders.js';
import { runCascade } from './cascade.js';
import type { EntityDraft } from './entity-draft.js';
import { EntityRegistry } from './entity-registry.js';
import { grammarLevels } from './grammar/levels.js';
import type { GrammarContext } from './grammar-rule.js';
import type { Lexicon } from './lexicon.js';
import { nameOfficeSymbols, nameOfficesOfTitles, nameOfficesPresent } from './lines-of-present.js';
import { linkListedPersons } from './listed-persons.js';
import { promoteNames } from './name-promotion.js';
import { nameUnits } from './name-units.js';
import { namePlacesOfHeads } from './places-of-heads.js';
import { joinPostsOfLines, nameSignatories } from './posts-of-lines.js';
import { nameOfficesThatSpeak } from './speaking-offices.js';
import { linkTranscriptInitials, nameSignedInitials } from './transcript-initials.js';
import { type Term, type Unit, withoutTerm, withParts } from './unit.js';

/** A sentence after the cascade, before coreference. */
export interface ParsedSentence {
  readonly sentence: Sentence;
  readonly paragraph: Paragraph;
  readonly units: readonly Unit[];
}

/** The sentences of a document with the terms in them, and the entities that these name. */
export interface ParsedDocument {
  readonly text: DocumentText;
  readonly sentences: readonly ParsedSentence[];
  readonly registry: EntityRegistry;
}

const entityKinds = new Set(['PERSON', 'ORGANIZATION', 'PLACE', 'EVENT', 'PUBLICATION', 'AGREEMENT', 'GROUP']);

/** Runs the cascade over all sentences and registers every named entity. */
export function parseDocument(text: DocumentText, lexicon: Lexicon, links: readonly EditorLink[] = []): ParsedDocument {
  const context: GrammarContext = { text: text.text };
  const parsed: ParsedSentence[] = [];
  for (const paragraph of text.paragraphs) {
    for (const sentence of paragraph.sentences) {
      const units = runCascade(nameUnits(sentence, text.text, lexicon.trie), grammarLevels, context);
      parsed.push({ sentence, paragraph, units: withoutCited(units, text.citations) });
    }
  }
  const named = nameSignedInitials(
    nameOfficeSymbols(promoteNames(nameBracketedHolders(namePlacesOfHeads(parsed, text.text)))),
  );
  const held = joinPostsOfLines(
    nameSignatories(nameOfficesThatSpeak(nameOfficesOfTitles(nameOfficesPresent(named, text.text)))),
  );
  const sentences = linkTranscriptInitials(linkListedPersons(held, lexicon, text, links));
  const registry = new EntityRegistry();
  const terms: Term[] = [];
  for (const term of outermostTerms(sentences)) terms.push(...withParts(term));
  // Full names first, so that a surname finds its bearer wherever it stands.
  for (const bare of [false, true]) {
    for (const term of terms) {
      if (!isNaming(term) || (term.head === 'surname' && term.kind === 'PERSON') !== bare) continue;
      const entity = registry.named(term, term.kind as Parameters<EntityRegistry['named']>[1]);
      if (bare) linkBearer(entity, term, lexicon);
    }
  }
  registerAdjectives(terms, registry, lexicon);
  return { text, sentences, registry };
}

function withoutCited(units: readonly Unit[], citations: readonly TextRange[]): readonly Unit[] {
  if (citations.length === 0) return units;
  const isCited = ({ start, end }: Unit) =>
    citations.some((citation) => citation.start <= start && citation.end >= end);
  return units.map((unit) => (unit.term !== undefined && isCited(unit) ? withoutTerm(unit) : unit));
}

/** In the order of the text. */
export function outermostTerms(sentences: readonly ParsedSentence[]): readonly Term[] {
  const terms: Term[] = [];
  for (const { units } of sentences) for (const { term } of units) if (term !== undefined) terms.push(term);
  return terms;
}

function isNaming(term: Term): boolean {
  return term.mention === 'name' && entityKinds.has(term.kind);
}

/** A family name of one known bearer means him; of several it leaves open which. */
function linkBearer(entity: EntityDraft, term: Term, lexicon: Lexicon): void {
  // Who is meant of the listed ones has been decided where the name stands.
  if (entity.authority !== undefined || lexicon.listedBearers(term.name).length > 0) return;
  const bearers = lexicon.bearers(term.name);
  if (bearers.length === 1) entity.authority = bearers[0]?.id;
  else for (const { id } of bearers.slice(0, mostCandidates)) entity.candidates.add(id);
}

/** A longer list tells a reader no more than the name does. */
const mostCandidates = 12;

/** A country that only its adjective mentions: kept for the relations that need it, dropped where none does. */
function registerAdjectives(terms: readonly Term[], registry: EntityRegistry, lexicon: Lexicon): void {
  for (const term of terms) {
    if (term.rule !== 'adjective' || term.authority === undefined) continue;
    const entity = registry.byAuthority(term.authority) ?? registry.add('PLACE', term.key);
    entity.authority = term.authority;
    entity.recordName ??= lexicon.recordOf(term.authority)?.name;
    entity.addMention({ start: term.start, end: term.end, text: term.name, kind: 'title' });
  }
}
