import { statementModes } from '../../src/model/ontology.js';
import { printPartialDate } from '../../src/model/partial-date.js';
import type { Claim, Saying } from '../api/load-document-claims.js';
import { EntityButton, EntityButtons } from '../panels/entity-button.js';
import { modeWords } from '../panels/mode-words.js';
import { RelationLine } from '../panels/relation-line.js';

interface ClaimLineProps {
  readonly claim: Claim;
  readonly choose: (id: string) => void;
}

function SayingLine({ saying, choose }: { readonly saying: Saying } & Pick<ClaimLineProps, 'choose'>) {
  const { speaker, mode, addressees, about, reportedBy, date } = saying;
  return (
    <>
      <p>
        <EntityButton entity={speaker} choose={choose} />{' '}
        <span title={statementModes[mode]}>{addressees.length > 0 ? modeWords[mode].to : modeWords[mode].alone}</span>{' '}
        <EntityButtons entities={addressees} choose={choose} />
        {date !== null && <span class="quiet"> {printPartialDate(date)}</span>}
      </p>
      {about.length > 0 && (
        <p class="quiet">
          About <EntityButtons entities={about} choose={choose} />
        </p>
      )}
      {reportedBy.length > 0 && (
        <p class="quiet">
          As told by <EntityButtons entities={reportedBy} choose={choose} />
        </p>
      )}
    </>
  );
}

/** What a passage of the document is evidence of: a relation, or that somebody said something. */
export function ClaimLine({ claim: { claim }, choose }: ClaimLineProps) {
  return claim.__typename === 'Relation' ? (
    <RelationLine relation={claim} choose={choose} />
  ) : (
    <SayingLine saying={claim} choose={choose} />
  );
}
