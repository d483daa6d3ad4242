import { InvalidGraphError } from '../errors.js';
import { evidenceId, kindOfId, mentionId, relationId, statementId } from '../model/entity-id.js';
import { allowsRelation, relationTypes } from '../model/ontology.js';
import { isPartialDate, type PartialDate } from '../model/partial-date.js';
import type { GraphBatch } from '../model/records.js';

const idCharacters = /^[a-z]+:[a-z0-9:/\-~#.]+$/;

/**
 * Refuses a batch that breaks the model, before either store writes anything of it.
 *
 * What is checked is what the promises need: nothing without evidence, every range the very words of the text, every
 * name known, identifiers that follow from what they name (so that two documents mean the same relation by the same
 * identifier, and never the same passage).
 *
 * @throws {InvalidGraphError}
 */
export function validateBatch(batch: GraphBatch): void {
  const { document, text } = batch;
  const refuse = (what: string): never => {
    throw new InvalidGraphError(`The graph of ${document.id} is not valid: ${what}.`);
  };
  const seen = new Set<string>();
  const once = (id: string): void => {
    if (!idCharacters.test(id)) refuse(`${JSON.stringify(id)} is no identifier`);
    if (seen.has(id)) refuse(`${id} is there twice`);
    seen.add(id);
  };
  const dated = (id: string, date: PartialDate | null): void => {
    if (date !== null && !isPartialDate(date)) refuse(`${id} has ${JSON.stringify(date)} as its date`);
  };
  const passage = (id: string, start: number, end: number, words: string): void => {
    if (!(Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end && end <= text.length)) {
      refuse(`${id} lies outside the text`);
    }
    if (text.slice(start, end) !== words) refuse(`the words of ${id} are not those of its place in the text`);
  };
  /** Stores reckon the identifiers of what stands in a document of its place and of what it is about. */
  const placed = (id: string, inDocument: string, own: string): void => {
    once(id);
    if (inDocument !== document.id) refuse(`${id} belongs to ${inDocument}`);
    if (id !== own) refuse(`${id} is not ${own}`);
  };

  once(document.id);
  if (!document.id.startsWith('document:')) refuse('its identifier does not begin with "document:"');
  // SQLite cuts a text at U+0000, and UTF-8 has no half of a surrogate pair: every offset behind would lie.
  if (text.includes('\0') || /\p{Surrogate}/u.test(text)) refuse('its text holds U+0000 or half a surrogate pair');
  if (document.textLength !== text.length) refuse('textLength is not the length of its text');
  dated(document.id, document.date);

  const mentioned = new Map<string, number>(batch.entities.map(({ entity }) => [entity, 0]));
  const known = (owner: string, entity: string): void => {
    if (!mentioned.has(entity)) refuse(`${owner} names ${entity}, which the batch lacks`);
  };
  for (const contribution of batch.entities) {
    once(contribution.entity);
    if (kindOfId(contribution.entity) !== contribution.kind)
      refuse(`${contribution.entity} is no ${contribution.kind}`);
    if (contribution.name.trim() === '') refuse(`${contribution.entity} has no name`);
    dated(contribution.entity, contribution.date);
    dated(contribution.entity, contribution.endDate);
  }
  for (const author of document.authors) known(document.id, author);

  for (const mention of batch.mentions) {
    placed(mention.id, mention.document, mentionId(document.id, mention.start, mention.end, mention.entity));
    known(mention.id, mention.entity);
    passage(mention.id, mention.start, mention.end, mention.text);
    mentioned.set(mention.entity, (mentioned.get(mention.entity) ?? 0) + 1);
  }
  for (const { entity, mentionCount } of batch.entities) {
    if (mentioned.get(entity) !== mentionCount) refuse(`${entity} has not the ${mentionCount} mentions it counts`);
  }

  const unsupported = new Set<string>();
  for (const relation of batch.relations) {
    once(relation.id);
    const { type, source, target, title, modality } = relation;
    if (relation.id !== relationId(type, source, target, title, modality)) refuse(`${relation.id} is not its own name`);
    known(relation.id, source);
    if (target !== document.id) known(relation.id, target);
    const from = kindOfId(source);
    const to = target === document.id ? 'DOCUMENT' : kindOfId(target);
    if (from === null || to === null || !allowsRelation(type, from, to))
      refuse(`${relation.id} joins ${from} to ${to}`);
    if (relationTypes[type].symmetric && source > target)
      refuse(`${relation.id} is symmetric; the smaller id comes first`);
    unsupported.add(relation.id);
  }
  for (const statement of batch.statements) {
    const { id, start, end } = statement;
    placed(id, statement.document, statementId(document.id, start, end, statement.speaker, statement.mode));
    for (const entity of [statement.speaker, ...statement.addressees, ...statement.about, ...statement.reportedBy]) {
      known(id, entity);
    }
    passage(id, start, end, statement.quote);
    dated(id, statement.date);
    unsupported.add(id);
  }
  const claims = new Set(unsupported);
  for (const evidence of batch.evidence) {
    const { id, start, end } = evidence;
    placed(id, evidence.document, evidenceId(document.id, start, end, evidence.claim));
    if (!claims.has(evidence.claim)) refuse(`${id} supports ${evidence.claim}, which the batch lacks`);
    passage(id, start, end, evidence.quote);
    dated(id, evidence.date);
    if (!(evidence.confidence >= 0 && evidence.confidence <= 1)) refuse(`the confidence of ${id} is not from 0 to 1`);
    unsupported.delete(evidence.claim);
  }
  for (const claim of unsupported) refuse(`${claim} has no evidence`);
}
