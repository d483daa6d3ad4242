import type { DatedContribution } from '../model/entity-tally.js';
import type { GraphBatch } from '../model/records.js';
import type { RelationIdentity, RelationSupport } from './relation-tally.js';

/** What a document says of entities and relations: what is summed up over all documents. */
export interface DocumentClaims {
  readonly contributions: readonly DatedContribution[];
  /** By relation. */
  readonly supports: ReadonlyMap<string, RelationSupport>;
}

interface Change<T> {
  readonly removed: T[];
  readonly added: T[];
}

/** Groups the dates of a document's evidence by the relation that they support. */
export function supportsOf(
  evidence: Iterable<{ readonly claim: string; readonly date: string | null }>,
  titles: ReadonlyMap<string, string | null>,
): ReadonlyMap<string, RelationSupport> {
  const supports = new Map<string, { title: string | null; evidenceDates: (string | null)[] }>();
  for (const { claim, date } of evidence) {
    const title = titles.get(claim);
    if (title === undefined) continue;
    const support = supports.get(claim) ?? { title, evidenceDates: [] };
    support.evidenceDates.push(date);
    supports.set(claim, support);
  }
  return supports;
}

function changeOf<T>(changes: Map<string, Change<T>>, id: string): Change<T> {
  const change = changes.get(id) ?? { removed: [], added: [] };
  changes.set(id, change);
  return change;
}

/** What documents that are written together say otherwise than before, by entity and by relation. */
export class GraphChanges {
  readonly entities = new Map<string, Change<DatedContribution>>();
  readonly relations = new Map<string, Change<RelationSupport>>();
  /** Of relations that may be new. */
  readonly identities = new Map<string, RelationIdentity>();

  remove({ contributions, supports }: DocumentClaims): void {
    for (const contribution of contributions) {
      changeOf(this.entities, contribution.entity).removed.push(contribution);
    }
    for (const [relation, support] of supports) changeOf(this.relations, relation).removed.push(support);
  }

  add({ document, entities, relations, evidence }: GraphBatch): void {
    for (const contribution of entities) {
      changeOf(this.entities, contribution.entity).added.push({ ...contribution, documentDate: document.date });
    }
    for (const relation of relations) this.identities.set(relation.id, relation);
    const titles = new Map(relations.map(({ id, title }) => [id, title]));
    for (const [relation, support] of supportsOf(evidence, titles)) {
      changeOf(this.relations, relation).added.push(support);
    }
  }
}
