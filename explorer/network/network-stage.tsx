import { loadNeighbourhood, loadOverview } from '../api/load-network.js';
import { Failure, Notice, Waiting } from '../panels/notice.js';
import { useAnswer } from '../use-answer.js';
import type { ViewProps } from '../views.js';
import { DepthChoice } from './depth-choice.js';
import { NetworkView } from './network-view.js';
import './network.css';

/** The network around the entity in the centre, or of the whole store. */
export default function NetworkStage({ route, change }: ViewProps) {
  const { entity, depth, relations } = route;
  const asked = useAnswer(`${entity ?? ''} ${depth}`, (signal) =>
    entity === null ? loadOverview(signal) : loadNeighbourhood(entity, depth, signal),
  );
  if (asked.state === 'waiting') return <Waiting what="the network" />;
  if (asked.state === 'failed') return <Failure {...asked} />;
  if (asked.answer.nodes.length === 0) {
    return (
      <Notice
        title="The store is empty."
        cure="Ingest documents with “diplograph ingest PATH”, then load the page again."
      />
    );
  }
  return (
    <div class="network-stage">
      {entity !== null && (
        <div class="network-bar">
          <DepthChoice depth={depth} choose={(hops) => change({ depth: hops })} />
        </div>
      )}
      <NetworkView
        network={asked.answer}
        center={route.chosen ?? entity}
        relations={relations}
        chooseNode={(id) => change({ chosen: id, relations: [] })}
        chooseEdge={(ids) => change({ relations: ids })}
      />
    </div>
  );
}
