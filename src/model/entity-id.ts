import { type EntityKind, entityKindNames, entityKinds, type Modality, type RelationType } from './ontology.js';

/**
 * Identifiers are readable and follow from what they name: `person:kim-il-sung`,
 * `document:wilson-115633`, `relation:met-with/person:a/person:b`. They hold only the characters
 * a–z 0–9 and `: / - ~ # .`, so that their order is the same in every store.
 */

/** The prefixes of all identifiers that are not entities. */
export const recordPrefixes = ['document', 'relation', 'statement', 'mention', 'evidence'] as const;
export type RecordPrefix = (typeof recordPrefixes)[number];

const kindByPrefix = new Map<string, EntityKind>(entityKindNames.map((kind) => [entityKinds[kind].idPrefix, kind]));

/** The part of an identifier before its first colon. */
export function idPrefix(id: string): string {
  const colon = id.indexOf(':');
  return colon < 0 ? '' : id.slice(0, colon);
}

/** The kind that an entity's identifier names; `null` for the identifier of anything else. */
export function kindOfId(id: string): EntityKind | null {
  return kindByPrefix.get(idPrefix(id)) ?? null;
}

/**
 * Folds a name to the ASCII of identifiers: "Kim Il-sŏng" → "kim-il-song".
 *
 * @param name - Any text; letters outside ASCII must have been transliterated before, since this file
 *   imports nothing. Those that are left are written as their code point in hexadecimal, so that two
 *   names never fall together by losing their letters.
 */
export function slug(name: string): string {
  const folded = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’`ʻʼ]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/[^a-z0-9-]/gu, (letter) => (letter.codePointAt(0) ?? 0).toString(16))
    .replace(/^-+|-+$/gu, '');
  return folded.length > 0 ? folded : 'unnamed';
}

export function entityId(kind: EntityKind, name: string): string {
  return `${entityKinds[kind].idPrefix}:${slug(name)}`;
}

/** The document's identifier without its prefix, for the identifiers of what stands in it. */
export function documentKey(documentId: string): string {
  return documentId.slice(documentId.indexOf(':') + 1);
}

/**
 * A relation is unique for (type, source, target, qualifier); the qualifier is its title and its
 * modality, of which ASSERTED is left unwritten.
 */
export function relationId(
  type: RelationType,
  source: string,
  target: string,
  title: string | null,
  modality: Modality,
): string {
  const qualifier =
    (title === null ? '' : `#${slug(title)}`) + (modality === 'ASSERTED' ? '' : `~${modality.toLowerCase()}`);
  return `relation:${type.toLowerCase().replaceAll('_', '-')}/${source}/${target}${qualifier}`;
}

export function statementId(documentId: string, start: number, end: number, speaker: string, mode: string): string {
  return `statement:${documentKey(documentId)}/${start}-${end}/${speaker}/${mode.toLowerCase()}`;
}

export function mentionId(documentId: string, start: number, end: number, entity: string): string {
  return `mention:${documentKey(documentId)}/${start}-${end}/${entity}`;
}

/** @param claim - Identifier of the relation or the statement that the passage supports. */
export function evidenceId(documentId: string, start: number, end: number, claim: string): string {
  return `evidence:${documentKey(documentId)}/${start}-${end}/${claim}`;
}

/**
 * Where that may stand which has this identifier: in which document, and from which offset on. Mostly there is one such place; the
 * identifier of a document can hold what looks like one.
 */
export function placesOfId(id: string): readonly { readonly document: string; readonly start: number }[] {
  const key = documentKey(id);
  return [...key.matchAll(/\/(\d+)-\d+(?=\/)/g)].map(({ index, 1: start }) => ({
    document: `document:${key.slice(0, index)}`,
    start: Number(start),
  }));
}
