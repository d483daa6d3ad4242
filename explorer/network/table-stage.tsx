import { Failure, Notice, Waiting } from '../panels/notice.js';
import type { ViewProps } from '../views.js';
import { NetworkTables } from './network-tables.js';
import { useNetwork } from './use-network.js';
import './network.css';

/** The picture of the network as tables alone. */
export default function TableStage({ route, change }: ViewProps) {
  const { asked, network } = useNetwork(route);
  if (asked.state === 'failed') return <Failure {...asked} />;
  if (network === null) return <Waiting what="the network" />;
  if (network.nodes.length === 0) {
    return <Notice title="There is nothing to list." cure="See the network: it says what to do." />;
  }
  return (
    <div class="tables">
      <NetworkTables network={network} route={route} change={change} />
    </div>
  );
}
