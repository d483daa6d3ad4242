import { createHash } from 'node:crypto';
import { evidenceId, kindOfId, mentionId, relationId, statementId } from '../../src/model/entity-id.js';
import type { MentionKind, Modality, RelationType, StatementMode } from '../../src/model/ontology.js';
import type { PartialDate } from '../../src/model/partial-date.js';
import type {
  DocumentRecord,
  EntityContribution,
  EvidenceRecord,
  GraphBatch,
  MentionRecord,
  StatementRecord,
} from '../../src/model/records.js';

export interface EntitySpec {
  readonly id: string;
  /** By default the words of the identifier: "person:nam-il" is "Nam Il". */
  readonly name?: string;
  readonly aliases?: readonly string[];
  readonly description?: string;
  readonly authority?: string;
  readonly candidates?: readonly string[];
  readonly date?: PartialDate;
  readonly endDate?: PartialDate;
  readonly duration?: string;
  readonly coordinates?: string;
  /** One mention by default. */
  readonly mentions?: readonly MentionKind[];
}

export interface RelationSpec {
  readonly type: RelationType;
  readonly source: string;
  /** `DOCUMENT` stands for the document. */
  readonly target: string;
  readonly title?: string;
  readonly modality?: Modality;
  /** A piece of evidence for each of these dates; one with the document's date by default. */
  readonly evidence?: readonly (PartialDate | null)[];
  /** The words of each. */
  readonly quote?: string;
}

export interface StatementSpec {
  readonly speaker: string;
  readonly mode?: StatementMode;
  readonly addressees?: readonly string[];
  readonly about?: readonly string[];
  readonly reportedBy?: readonly string[];
  /** The document's by default. */
  readonly date?: PartialDate | null;
  readonly quote?: string;
}

export interface DocumentSpec {
  /** "a" makes `document:a`. */
  readonly key: string;
  readonly date?: PartialDate | null;
  readonly fingerprint?: string;
  readonly record?: Partial<DocumentRecord>;
  readonly authors?: readonly string[];
  /** Those that claims name needn't be listed. */
  readonly entities?: readonly EntitySpec[];
  readonly relations?: readonly RelationSpec[];
  readonly statements?: readonly StatementSpec[];
}

function nameOf(id: string): string {
  const words = id.slice(id.indexOf(':') + 1).split('-');
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
}

/** A text that grows passage by passage, so that every range is the true place of its words. */
class GrowingText {
  text = '';

  write(words: string): { readonly start: number; readonly end: number } {
    const start = this.text.length;
    this.text += `${words}\n`;
    return { start, end: start + words.length };
  }
}

function entitySpecs(spec: DocumentSpec): readonly EntitySpec[] {
  const specs = new Map<string, EntitySpec>(spec.entities?.map((entity) => [entity.id, entity]));
  const named = [
    ...(spec.authors ?? []),
    ...(spec.relations ?? []).flatMap(({ source, target }) => [source, target]),
    ...(spec.statements ?? []).flatMap((statement) => [
      statement.speaker,
      ...(statement.addressees ?? []),
      ...(statement.about ?? []),
      ...(statement.reportedBy ?? []),
    ]),
  ];
  for (const id of named) if (id !== 'DOCUMENT' && !specs.has(id)) specs.set(id, { id });
  return [...specs.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function contribution(spec: EntitySpec): EntityContribution {
  const kind = kindOfId(spec.id);
  if (kind === null) throw new TypeError(`${spec.id} is the identifier of no entity`);
  return {
    entity: spec.id,
    kind,
    name: spec.name ?? nameOf(spec.id),
    aliases: spec.aliases ?? [],
    description: spec.description ?? null,
    authority: spec.authority ?? null,
    candidates: spec.candidates ?? [],
    coordinates: spec.coordinates ?? null,
    date: spec.date ?? null,
    endDate: spec.endDate ?? null,
    duration: spec.duration ?? null,
    mentionCount: spec.mentions?.length ?? 1,
  };
}

/** A valid batch for a document of a few words: its text is a line for each mention, statement and piece of evidence. */
export function graphBatch(spec: DocumentSpec): GraphBatch {
  const id = `document:${spec.key}`;
  const date = spec.date ?? null;
  const text = new GrowingText();
  const entities = entitySpecs(spec);

  const mentions = entities.flatMap((entity) =>
    (entity.mentions ?? ['name']).map((kind): MentionRecord => {
      const words = kind === 'pronoun' ? 'he' : (entity.name ?? nameOf(entity.id));
      const place = text.write(words);
      return {
        id: mentionId(id, place.start, place.end, entity.id),
        entity: entity.id,
        document: id,
        text: words,
        ...place,
        kind,
      };
    }),
  );

  const evidence: EvidenceRecord[] = [];
  const support = (claim: string, quote: string, when: PartialDate | null, rule: string): void => {
    const place = text.write(quote);
    evidence.push({
      id: evidenceId(id, place.start, place.end, claim),
      claim,
      document: id,
      quote,
      ...place,
      date: when,
      extractor: 'rules',
      rule,
      confidence: 0.75,
    });
  };

  const relations = (spec.relations ?? []).map(
    ({ type, source, target: named, title = null, modality = 'ASSERTED', ...rest }) => {
      const target = named === 'DOCUMENT' ? id : named;
      const relation = { id: relationId(type, source, target, title, modality), type, source, target, title, modality };
      for (const when of rest.evidence ?? [date]) {
        support(relation.id, rest.quote ?? `${nameOf(source)} ${type} ${nameOf(target)}.`, when, 'fixture');
      }
      return relation;
    },
  );

  const statements = (spec.statements ?? []).map(({ speaker, mode = 'SAID', ...rest }): StatementRecord => {
    const quote = rest.quote ?? `${nameOf(speaker)} ${mode} something.`;
    const place = text.write(quote);
    const statement: StatementRecord = {
      id: statementId(id, place.start, place.end, speaker, mode),
      document: id,
      speaker,
      mode,
      addressees: rest.addressees ?? [],
      about: rest.about ?? [],
      reportedBy: rest.reportedBy ?? [],
      quote,
      ...place,
      date: rest.date === undefined ? date : rest.date,
    };
    support(statement.id, `${nameOf(speaker)} was heard.`, statement.date, 'fixture-speech');
    return statement;
  });

  const document: DocumentRecord = {
    id,
    title: `Record ${spec.key}`,
    date,
    authors: spec.authors ?? [],
    archivalReference: null,
    publishedIn: null,
    citation: null,
    url: null,
    translator: null,
    originalLanguage: null,
    summary: null,
    format: 'plain-text',
    contentHash: createHash('sha256').update(text.text).digest('hex'),
    coverage: { sentences: 1, sentencesWithFindings: 1, skipped: [] },
    textLength: text.text.length,
    ...spec.record,
  };
  return {
    document,
    text: text.text,
    fingerprint: spec.fingerprint ?? createHash('sha256').update(JSON.stringify(spec)).digest('hex'),
    entities: entities.map(contribution),
    relations,
    statements,
    evidence,
    mentions,
  };
}
