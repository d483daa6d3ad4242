import type { EntityKind } from '../../../src/model/ontology.js';
import type { FeatureSet } from '../../lexicon/feature-set.js';
import type { WordForm } from '../../lexicon/word-form.js';
import type { TextRange } from '../../sources/source.js';
import type { EntityDraft } from './entity-draft.js';
import { featureSet } from './feature-sets.js';

/** What a term can be: an entity, or something that helps to make one. */
export type TermKind = EntityKind | 'OFFICE' | 'DATE' | 'NAME';

/**
 * A recognised phrase. `NAME` is a run of capitalised words that nothing has told the kind of yet; `OFFICE` a post
 * without its holder ("Soviet ambassador to the DPRK"); `DATE` a partial date.
 */
export interface Term {
  readonly kind: TermKind;
  /** The phrase without a leading article. */
  readonly name: string;
  /** Two terms with the same kind and key are the same entity. */
  readonly key: string;
  /** Identifier of the authority record that the name belongs to. */
  readonly authority?: string | undefined;
  /** Records that the name could stand for, where none was chosen. */
  readonly candidates?: readonly string[] | undefined;
  /** Terms inside it, in their order, with the part that they play. */
  readonly parts: readonly TermPart[];
  /** Range of the mention in the repaired text. */
  readonly start: number;
  readonly end: number;
  /** What its unit takes in beyond the mention: "Hyesan, Ryanggang Province" is one unit, "Hyesan" the mention. */
  readonly covers?: TextRange | undefined;
  readonly rule: string;
  readonly confidence: number;
  /** How the phrase stands for the entity; nothing but names makes an entity of its own. */
  readonly mention: 'name' | 'title';
  /** DATE, and EVENT that has one: a partial date, or month and day without a year ("--07-04"). */
  readonly date?: string | undefined;
  readonly endDate?: string | undefined;
  /** EVENT: lemma of its head ("plenum"); OFFICE: its title; GROUP: its head noun. */
  readonly head?: string | undefined;
}

/** Makes the terms that are made often: objects of one shape, as units are. */
export function termWith(fields: Term): Term {
  const { kind, name, key, authority, candidates, parts, start, end, covers, rule, confidence, mention } = fields;
  const { date, endDate, head } = fields;
  return {
    kind,
    name,
    key,
    authority,
    candidates,
    parts,
    start,
    end,
    covers,
    rule,
    confidence,
    mention,
    date,
    endDate,
    head,
  };
}

export interface TermPart {
  readonly role: PartRole;
  readonly term: Term;
}

export type PartRole =
  | 'body'
  | 'parent'
  | 'place'
  | 'participant'
  | 'date'
  | 'country'
  | 'post'
  | 'holder'
  | 'of'
  | 'title'
  | 'inside';

/** One element of a sentence as the grammar sees it: a token, or a term that stands for several. */
export interface Unit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The text in small letters, and what is known of it. */
  readonly form: WordForm;
  readonly lower: string;
  readonly lemma: string;
  readonly pos: string;
  /** Word classes and traits, by which patterns know it. */
  readonly features: FeatureSet;
  readonly term: Term | undefined;
}

/** A unit with the entity that it stands for, once coreference is resolved. */
export interface ReadUnit extends Unit {
  readonly entity?: EntityDraft | undefined;
}

type Optional = Partial<Pick<ReadUnit, 'term' | 'entity'>>;
type UnitFields = Omit<ReadUnit, keyof Optional | 'lower'> & Optional;

/** Makes every unit, so that all are objects of one shape: little is done as often as reading one. */
export function unitWith({ start, end, text, form, lemma, pos, features, term, entity }: UnitFields): ReadUnit {
  return { start, end, text, form, lower: form.lower, lemma, pos, features, term, entity };
}

type Changes = Partial<Pick<Unit, 'end' | 'text' | 'form' | 'pos' | 'features'>> & { readonly term?: Term };

export function changedUnit(unit: ReadUnit, changes: Changes): ReadUnit {
  const { end, text, form, pos, features, term } = changes;
  return unitWith({
    start: unit.start,
    end: end ?? unit.end,
    text: text ?? unit.text,
    form: form ?? unit.form,
    lemma: unit.lemma,
    pos: pos ?? unit.pos,
    features: features ?? unit.features,
    term: term ?? unit.term,
    entity: unit.entity,
  });
}

/** The unit, read as an entity. Each unit that stands for something becomes one, so it is made without a detour. */
export function readAs(unit: Unit, entity: EntityDraft): ReadUnit {
  const { start, end, text, form, lemma, pos, features, term } = unit;
  return unitWith({ start, end, text, form, lemma, pos, features, term, entity });
}

/** A term with all the terms inside it, outermost first. */
export function withParts(term: Term): readonly Term[] {
  const found: Term[] = [];
  addWithParts(term, found);
  return found;
}

function addWithParts(term: Term, found: Term[]): void {
  found.push(term);
  for (const part of term.parts) addWithParts(part.term, found);
}

/** The unit of what is no name after all: only its words are left. */
export function withoutTerm(unit: Unit): Unit {
  const { start, end, text, form, lemma, pos } = unit;
  const features = [...unit.features].filter((feature) => feature !== 'term' && feature !== unit.term?.kind);
  return unitWith({ start, end, text, form, lemma, pos, features: featureSet(features) });
}
