import type { EntityHead } from '../api/entity-head.js';
import { loadEntity } from '../api/load-entity.js';
import { mostHops, type Path } from '../api/load-paths.js';
import { findPaths } from '../find-paths.js';
import type { PassageRoute, Route } from '../route.js';
import { useAnswer } from '../use-answer.js';
import { EntityButton } from './entity-button.js';
import { Failure, Notice, Waiting } from './notice.js';
import { PassageQuote } from './passage-quote.js';
import { RelationLine } from './relation-line.js';
import { SearchBox } from './search-box.js';

interface Ways {
  readonly choose: (id: string) => void;
  readonly read: (relation: string) => void;
  readonly open: (passage: PassageRoute) => void;
}

function OnePath({ path, choose, read, open }: Ways & { readonly path: Path }) {
  return (
    <section class="claim">
      <h3>
        {path.length} {path.length === 1 ? 'hop' : 'hops'}
      </h3>
      <ol class="list">
        {path.relations.map((relation) => (
          <li key={relation.id}>
            <RelationLine relation={relation} choose={choose} read={() => read(relation.id)} />
            {relation.evidence.nodes.map((passage) => (
              <PassageQuote key={passage.id} passage={passage} open={open} />
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}

function FoundPaths({ from, to, route, ...ways }: Ways & { from: string; to: string; route: Route }) {
  const { filter } = route;
  const asked = useAnswer(JSON.stringify([from, to, filter]), () => findPaths(from, to, filter));
  if (asked.state === 'waiting') return <Waiting what="the paths" />;
  if (asked.state === 'failed') return <Failure {...asked} />;
  const { paths, truncated } = asked.answer;
  if (paths.length === 0) {
    return (
      <Notice
        title={`No chain of up to ${mostHops} relations leads from one to the other.`}
        cure="Let more kinds, types and times through with the filters, or choose another end."
      />
    );
  }
  return (
    <>
      {paths.map((path) => (
        <OnePath key={path.relations.map(({ id }) => id).join(' ')} path={path} {...ways} />
      ))}
      {truncated && <p class="quiet">The shortest are shown; there are more.</p>}
    </>
  );
}

function End({ id, choose }: { readonly id: string; readonly choose: (id: string) => void }) {
  const asked = useAnswer(id, (signal) => loadEntity(id, signal));
  const entity: EntityHead | null = asked.state === 'answered' ? asked.answer : null;
  return entity === null ? <span>{id}</span> : <EntityButton entity={entity} choose={choose} />;
}

interface PathPanelProps extends Ways {
  readonly route: Route;
  readonly setEnd: (to: string) => void;
  readonly close: () => void;
}

/** How one entity is tied to another: chains of relations, each with the words that it rests on. */
export function PathPanel({ route, setEnd, close, ...ways }: PathPanelProps) {
  if (route.path === null) return null;
  const { from, to } = route.path;
  return (
    <section aria-labelledby="path-title">
      <header class="panel-head">
        <h2 id="path-title">Path</h2>
        <button type="button" class="small" onClick={close}>
          Close
        </button>
      </header>
      <p>
        From <End id={from} choose={ways.choose} />
        {to !== null && (
          <>
            {' '}
            to <End id={to} choose={ways.choose} />
          </>
        )}
      </p>
      {to === null ? (
        <>
          <p class="hint">Click the other end in the network, or search for it.</p>
          <SearchBox label="Search the other end of the path" choose={setEnd} />
        </>
      ) : (
        <FoundPaths from={from} to={to} route={route} {...ways} />
      )}
    </section>
  );
}
