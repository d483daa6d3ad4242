import { Fragment } from 'preact';
import { relationTypes } from '../../src/model/ontology.js';
import type { EditedThing, LedgerEntry } from '../api/load-ledger.js';

interface Ways {
  readonly choose: (entity: string) => void;
  readonly openDocument: (document: string) => void;
}

const verdictWords = { SAME: 'is', DIFFERENT: 'is not', UNSURE: 'may be' } as const;

function Named({ thing: { name, node }, choose, openDocument }: Ways & { readonly thing: EditedThing }) {
  if (node === null) return <strong>{name}</strong>;
  const lead = node.__typename === 'Document' ? openDocument : choose;
  return (
    <button type="button" class="entity" onClick={() => lead(node.id)}>
      {name}
    </button>
  );
}

/** What an entry changed, in a sentence, by the names that things had then. */
export function LedgerWords({ entry, ...ways }: Ways & { readonly entry: LedgerEntry }) {
  const list = (things: readonly EditedThing[]) =>
    things.map((thing, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: an entry never changes.
      <Fragment key={index}>
        {index > 0 && ', '}
        <Named thing={thing} {...ways} />
      </Fragment>
    ));
  switch (entry.action) {
    case 'DECIDE_MATCH':
      return (
        <>
          <Named thing={entry.left} {...ways} /> {verdictWords[entry.verdict]} <Named thing={entry.right} {...ways} />
        </>
      );
    case 'MERGE':
      return (
        <>
          {list(entry.entities)} are one
          {entry.into !== null && (
            <>
              , known as <Named thing={entry.into} {...ways} />
            </>
          )}
        </>
      );
    case 'SPLIT':
      return (
        <>
          {list(entry.identities)} taken out of <Named thing={entry.entity} {...ways} />
        </>
      );
    case 'RENAME':
      return (
        <>
          <Named thing={{ ...entry.entity, name: entry.formerName }} {...ways} /> is named{' '}
          <strong>{entry.newName}</strong>
        </>
      );
    case 'RETRACT':
      return (
        <>
          Retracted:{' '}
          {entry.told.slice(0, 1).map(({ source, target }) => (
            <Fragment key={entry.id}>
              <Named thing={source} {...ways} /> {relationTypes[entry.type].forward} <Named thing={target} {...ways} />
            </Fragment>
          ))}
        </>
      );
    case 'DELETE_DOCUMENT':
      return (
        <>
          Taken out: <Named thing={entry.document} {...ways} />
        </>
      );
  }
}
