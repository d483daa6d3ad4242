import { useEffect } from 'preact/hooks';
import { loadNeighbourhood, loadOverview } from './api/load-network.js';
import { DocumentView } from './document/document-view.js';
import { DepthChoice } from './network/depth-choice.js';
import { NetworkView } from './network/network-view.js';
import { EntityPanel } from './panels/entity-panel.js';
import { EvidencePanel } from './panels/evidence-panel.js';
import { Failure, Notice, Waiting } from './panels/notice.js';
import { OverviewPanel } from './panels/overview-panel.js';
import { SearchBox } from './panels/search-box.js';
import type { PassageRoute } from './route.js';
import { useAnswer } from './use-answer.js';
import { useRoute } from './use-route.js';

/** The whole page: what the route says is what is shown, and whatever is clicked changes the route. */
export function App() {
  const [{ entity, depth, relations, passage }, change] = useRoute();
  const network = useAnswer(`${entity ?? ''} ${depth}`, (signal) =>
    entity === null ? loadOverview(signal) : loadNeighbourhood(entity, depth, signal),
  );
  const choose = (id: string) => change({ entity: id, relations: [], passage: null });
  const read = (ids: readonly string[]) => change({ relations: ids });
  const open = (at: PassageRoute) => change({ passage: at });

  const drawn = network.state === 'answered' ? network.answer : null;
  const name = drawn?.nodes.find(({ id }) => id === entity)?.label;
  useEffect(() => {
    document.title = name === undefined ? 'Diplograph' : `${name} – Diplograph`;
  }, [name]);

  return (
    <>
      <header class="top">
        <h1>
          <button type="button" class="home" onClick={() => change({ entity: null, relations: [], passage: null })}>
            Diplograph
          </button>
        </h1>
        <SearchBox choose={choose} />
        {entity !== null && <DepthChoice depth={depth} choose={(hops) => change({ depth: hops })} />}
        <nav>
          <a href="/graphql">GraphiQL</a>
        </nav>
      </header>
      <main>
        <section class="stage" aria-label="Network">
          {network.state === 'waiting' && <Waiting what="the network" />}
          {network.state === 'failed' && <Failure {...network} />}
          {drawn?.nodes.length === 0 && (
            <Notice
              title="The store is empty."
              cure="Ingest documents with “diplograph ingest PATH”, then load the page again."
            />
          )}
          {drawn !== null && drawn.nodes.length > 0 && (
            <NetworkView network={drawn} center={entity} relations={relations} chooseNode={choose} chooseEdge={read} />
          )}
        </section>
        <aside class="panel" aria-label="Details">
          {relations.length > 0 ? (
            <EvidencePanel relations={relations} choose={choose} open={open} close={() => read([])} />
          ) : entity !== null ? (
            <EntityPanel key={entity} id={entity} choose={choose} read={(id) => read([id])} open={open} />
          ) : (
            drawn !== null && drawn.nodes.length > 0 && <OverviewPanel network={drawn} choose={choose} />
          )}
        </aside>
      </main>
      {passage !== null && <DocumentView passage={passage} close={() => change({ passage: null })} />}
    </>
  );
}
