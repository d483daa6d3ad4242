import { modalities, relationTypes } from '../../src/model/ontology.js';
import { printPartialDate } from '../../src/model/partial-date.js';
import type { Relation, RelationEnd } from '../api/load-relations.js';
import { EntityButton } from './entity-button.js';

interface RelationLineProps {
  readonly relation: Relation;
  readonly choose: (id: string) => void;
  /** Opens the evidence; left out where it is open already. */
  readonly read?: (() => void) | undefined;
}

function Target({ target, choose }: { readonly target: RelationEnd; readonly choose: (id: string) => void }) {
  return 'title' in target ? <cite>{target.title}</cite> : <EntityButton entity={target} choose={choose} />;
}

/** One relation as a sentence: "Puzanov represents the USSR (ambassador), 8 July 1957". */
export function RelationLine({ relation, choose, read }: RelationLineProps) {
  const { type, title, modality, date, weight, source, target } = relation;
  return (
    <div class="relation">
      <p>
        <EntityButton entity={source} choose={choose} /> {relationTypes[type].forward}{' '}
        <Target target={target} choose={choose} />
        {title !== null && <> as {title}</>}
        {modality !== 'ASSERTED' && (
          <span class="tag" title={modalities[modality]}>
            {modality.toLowerCase()}
          </span>
        )}
        {date !== null && <span class="quiet"> {printPartialDate(date)}</span>}
      </p>
      {read && (
        <button type="button" class="small" onClick={read}>
          {weight === 1 ? 'Read the passage' : `Read the ${weight} passages`}
        </button>
      )}
    </div>
  );
}
