import type { Claim } from '../api/load-document-claims.js';
import { RelationLine } from '../panels/relation-line.js';
import { StatementLine } from '../panels/statement-line.js';

interface ClaimLineProps {
  readonly claim: Claim;
  readonly choose: (id: string) => void;
}

/** What a passage of the document is evidence of: a relation, or that somebody said something. */
export function ClaimLine({ claim: { claim }, choose }: ClaimLineProps) {
  return claim.__typename === 'Relation' ? (
    <RelationLine relation={claim} choose={choose} />
  ) : (
    <StatementLine saying={claim} choose={choose} />
  );
}
