import type { ComponentChildren } from 'preact';
import { statementModes } from '../../src/model/ontology.js';
import { printPartialDate } from '../../src/model/partial-date.js';
import type { Saying } from '../api/load-statements.js';
import { EntityButton, EntityButtons } from './entity-button.js';
import { modeWords } from './mode-words.js';

interface StatementLineProps {
  readonly saying: Saying;
  readonly choose: (id: string) => void;
  /** Stands under who said it to whom: the words, where they aren't seen beside it. */
  readonly children?: ComponentChildren;
}

/** Who said something, to whom, about whom, and who tells of it. */
export function StatementLine({ saying, choose, children }: StatementLineProps) {
  const { speaker, mode, addressees, about, reportedBy, date } = saying;
  return (
    <>
      <p>
        <EntityButton entity={speaker} choose={choose} />{' '}
        <span title={statementModes[mode]}>{addressees.length > 0 ? modeWords[mode].to : modeWords[mode].alone}</span>{' '}
        <EntityButtons entities={addressees} choose={choose} />
        {date !== null && <span class="quiet"> {printPartialDate(date)}</span>}
      </p>
      {children}
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
