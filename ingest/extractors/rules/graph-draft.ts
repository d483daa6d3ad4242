import { allowsRelation, type Modality, type RelationType, type StatementMode } from '../../../src/model/ontology.js';
import type { TextRange } from '../../sources/source.js';
import type { EntityDraft } from './entity-draft.js';

/** A relation with its passages, in positions of the repaired text. */
export interface RelationDraft {
  readonly type: RelationType;
  readonly source: EntityDraft;
  readonly target: EntityDraft;
  readonly title: string | null;
  readonly modality: Modality;
  readonly evidence: PassageDraft[];
}

export interface PassageDraft {
  readonly range: TextRange;
  readonly rule: string;
  readonly confidence: number;
  /** When what it tells happened, where the rule knows. */
  readonly date: string | null;
}

export interface StatementDraft {
  readonly speaker: EntityDraft;
  readonly mode: StatementMode;
  readonly addressees: readonly EntityDraft[];
  readonly about: readonly EntityDraft[];
  readonly range: TextRange;
  readonly date: string | null;
  readonly reportedBy: readonly EntityDraft[];
  readonly rule: string;
  readonly confidence: number;
}

export interface Claim {
  readonly range: TextRange;
  readonly rule: string;
  readonly confidence: number;
  readonly title?: string | null;
  readonly modality?: Modality;
  readonly date?: string | null;
}

/** Collects what the rules find; a relation that several passages support is one with several pieces of evidence. */
export class GraphDraft {
  readonly #relations = new Map<string, RelationDraft>();
  readonly statements: StatementDraft[] = [];

  get relations(): readonly RelationDraft[] {
    return [...this.#relations.values()];
  }

  /** Adds a relation that the ontology allows; others are left out: the grammar found a wrong reading. */
  relate(type: RelationType, source: EntityDraft | undefined, target: EntityDraft | undefined, claim: Claim): void {
    if (source === undefined || target === undefined || source === target) return;
    if (!allowsRelation(type, source.kind, target.kind)) return;
    const { title = null, modality = 'ASSERTED', date = null } = claim;
    const key = [type, source.kind, source.key, target.kind, target.key, title ?? '', modality].join('\u0000');
    const known = this.#relations.get(key);
    const piece = { range: claim.range, rule: claim.rule, confidence: claim.confidence, date };
    if (known === undefined) {
      this.#relations.set(key, { type, source, target, title, modality, evidence: [piece] });
    } else if (
      !known.evidence.some(({ range }) => range.start === claim.range.start && range.end === claim.range.end)
    ) {
      known.evidence.push(piece);
    }
  }

  state(statement: StatementDraft): void {
    this.statements.push(statement);
  }
}
