import type { ExtractedRelation, ExtractedStatement } from '../../../src/model/document-graph.js';
import { relationId } from '../../../src/model/entity-id.js';
import { allowsRelation, relationTypes } from '../../../src/model/ontology.js';
import type { TextRange } from '../../sources/source.js';
import type { ChunkText } from './chunk-text.js';
import type { EntityLedger } from './entity-ledger.js';
import type { ProposedRelation, ProposedStatement } from './proposals.js';
import { encloses, overlaps } from './text-ranges.js';
import type { Verdict } from './verdict.js';

/** Below what the rules give to what they see plainly, above their guesses. */
const confidence = 0.6;
const rule = 'quoted-by-model';
/** A passage of less supports nothing. */
const shortestQuote = 8;
/** How far from the words said their speaker may be named: "…" (workers of the Hungnam combine). */
const speakerDistance = 400;

/** The relations and statements of a document while the model's are added to those of the rules. */
export class ClaimLedger {
  readonly #relations = new Map<string, ExtractedRelation>();
  readonly #statements: ExtractedStatement[];

  constructor(
    relations: readonly ExtractedRelation[],
    statements: readonly ExtractedStatement[],
    readonly entities: EntityLedger,
    readonly extractor: string,
  ) {
    for (const relation of relations) {
      const id = idOf(relation);
      const other = this.#relations.get(id);
      const evidence = [...(other?.evidence ?? []), ...relation.evidence];
      this.#relations.set(id, { ...(other ?? relation), evidence });
    }
    this.#statements = [...statements];
  }

  get relations(): readonly ExtractedRelation[] {
    return [...this.#relations.values()];
  }

  get statements(): readonly ExtractedStatement[] {
    return this.#statements.toSorted((a, b) => a.start - b.start || a.end - b.end);
  }

  relate(proposed: ProposedRelation, chunk: ChunkText): Verdict {
    const { type, modality } = proposed;
    const verdicts = this.#passages(proposed.quote, chunk).map((passage): Verdict => {
      const source = this.entities.bind(proposed.source, chunk, passage);
      const target = this.entities.bind(proposed.target, chunk, passage);
      if (source === null || target === null) return { dropped: 'an end is no entity of the text' };
      const [from, to] = [this.entities.kindOf(source), this.entities.kindOf(target)];
      if (from === undefined || to === undefined || source === target || !allowsRelation(type, from, to)) {
        return { dropped: 'not allowed by the ontology' };
      }
      if (this.#distance(source, passage) > 0 || this.#distance(target, passage) > 0) {
        return { dropped: 'an end is not in the quotation' };
      }
      const title = type === 'HOLDS_POSITION' ? chunk.find(proposed.title ?? '')[0]?.words : undefined;
      const [first, second] = relationTypes[type].symmetric && target < source ? [target, source] : [source, target];
      return this.#addRelation(
        { type, source: first, target: second, ...(title === undefined ? {} : { title }), modality },
        passage,
      );
    });
    return best(verdicts);
  }

  state(proposed: ProposedStatement, chunk: ChunkText, onLostReference: () => void): Verdict {
    const { mode } = proposed;
    const verdicts = this.#passages(proposed.quote, chunk).map((passage): Verdict => {
      const speaker = this.entities.bind(proposed.speaker, chunk, passage);
      const kind = speaker === null ? undefined : this.entities.kindOf(speaker);
      if (speaker === null || kind === undefined) return { dropped: 'the speaker is no entity of the text' };
      if (!allowsRelation('INFORMED', kind, 'PERSON')) return { dropped: 'the speaker is of a kind that cannot speak' };
      if (this.#distance(speaker, passage) > speakerDistance)
        return { dropped: 'the speaker is not near the quotation' };
      const isSaid = this.#statements.some(
        (other) => other.speaker === speaker && other.mode === mode && overlaps(other, passage),
      );
      if (isSaid) return 'known';
      const all = (names: readonly string[]) => {
        const ids = names.map((name) => this.entities.bind(name, chunk, passage));
        for (const id of ids) if (id === null) onLostReference();
        return [...new Set(ids.flatMap((id) => id ?? []))];
      };
      const [addressees, about] = [all(proposed.addressees), all(proposed.about)];
      const { extractor } = this;
      this.#statements.push({ speaker, mode, addressees, about, ...passage, rule, confidence, extractor });
      return 'kept';
    });
    return best(verdicts);
  }

  #addRelation(relation: Omit<ExtractedRelation, 'evidence'>, passage: TextRange & { quote: string }): Verdict {
    const id = idOf(relation);
    const known = this.#relations.get(id);
    // A passage supports a relation once, whoever reads it: weights count passages.
    if (known?.evidence.some((piece) => overlaps(piece, passage))) return 'known';
    const piece = { ...passage, rule, confidence, extractor: this.extractor };
    this.#relations.set(id, { ...(known ?? relation), evidence: [...(known?.evidence ?? []), piece] });
    return 'kept';
  }

  #passages(quote: string, chunk: ChunkText): readonly (TextRange & { quote: string })[] {
    if (quote.trim().length < shortestQuote) return [];
    return chunk.find(quote).map(({ start, end, quote: words }) => ({ quote: words, start, end }));
  }

  /** Characters between the passage and the nearest mention of the entity; 0 where it stands inside. */
  #distance(id: string, passage: TextRange): number {
    return Math.min(
      ...this.entities
        .mentionsOf(id)
        .map((mention) =>
          encloses(passage, mention) ? 0 : Math.max(1, mention.start - passage.end, passage.start - mention.end),
        ),
    );
  }
}

function idOf({ type, source, target, title, modality }: Omit<ExtractedRelation, 'evidence'>): string {
  return relationId(type, source, target, title ?? null, modality);
}

/** Words that stand in several places count once: where they give most. */
function best(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('kept')) return 'kept';
  if (verdicts.includes('known')) return 'known';
  return verdicts[0] ?? { dropped: 'its quotation is not in the text' };
}
