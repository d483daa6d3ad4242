import { useMemo, useState } from 'preact/hooks';
import { TakeHome } from '../export/take-home.js';
import { findPaths } from '../find-paths.js';
import { Failure, Notice, Waiting } from '../panels/notice.js';
import { everything, type RelationFilter } from '../route.js';
import { useAnswer } from '../use-answer.js';
import type { ViewProps } from '../views.js';
import { FilterChoice } from './filter-choice.js';
import { Legend } from './legend.js';
import { NetworkTables } from './network-tables.js';
import { NetworkView, type Shown } from './network-view.js';
import { PictureChoices } from './picture-choices.js';
import { TimeSlider } from './time-slider.js';
import { sceneOf, useAllTimes, useNetwork } from './use-network.js';
import './network.css';

function usePathEntities({ path, filter }: ViewProps['route']): ReadonlySet<string> | null {
  const asked = useAnswer(JSON.stringify([path, filter]), async () =>
    path?.to ? findPaths(path.from, path.to, filter) : null,
  );
  const found = asked.state === 'answered' ? asked.answer : null;
  return useMemo(() => {
    const entities = found?.paths.flatMap((one) => one.entities.map(({ id }) => id)) ?? [];
    return entities.length === 0 ? null : new Set(entities);
  }, [found]);
}

function EmptyNetwork({ route, change }: ViewProps) {
  const isFiltered = JSON.stringify(route.filter) !== JSON.stringify(everything);
  return isFiltered ? (
    <Notice
      title="Nothing passes the filters."
      cure="Widen the period, or let more kinds and types through."
      action={{ label: 'Show everything', run: () => change({ filter: everything }) }}
    />
  ) : (
    <Notice
      title="The store is empty."
      cure="Drop documents onto the page, or ingest them with “diplograph ingest PATH” and load the page again."
    />
  );
}

/** The network around the entity in the centre, or of the whole store, and all that can be done with it. */
export default function NetworkStage({ route, change }: ViewProps) {
  const { filter, picture } = route;
  const { asked, network } = useNetwork(route);
  const allTimes = useAllTimes(route);
  const path = usePathEntities(route);
  const [shown, setShown] = useState<Shown | null>(null);
  const draw = (parts: Partial<typeof picture>) => change({ picture: { ...picture, ...parts } });
  const choose = (parts: Partial<RelationFilter>, isPassing = false) =>
    change({ filter: { ...filter, ...parts } }, { isPassing });

  if (asked.state === 'failed') return <Failure {...asked} />;
  return (
    <div class="network-stage">
      <div class="network-bar">
        <PictureChoices route={route} change={change} />
        <FilterChoice filter={filter} choose={choose} />
        {network !== null && shown !== null && <TakeHome route={route} network={network} shown={shown} />}
        <label class="check">
          <input type="checkbox" checked={picture.table} onChange={() => draw({ table: !picture.table })} />
          Tables
        </label>
      </div>
      {network === null && <Waiting what="the network" />}
      {network?.nodes.length === 0 && <EmptyNetwork route={route} change={change} />}
      {network !== null && network.nodes.length > 0 && (
        <NetworkView
          network={network}
          scene={sceneOf(route)}
          route={route}
          path={path}
          onShown={setShown}
          chooseNode={(id) => change({ chosen: id, relations: [] })}
          chooseEdge={(ids) => change({ relations: ids })}
          draw={draw}
        />
      )}
      {picture.table && network !== null && (
        <div class="network-beside">
          <NetworkTables network={network} route={route} change={change} />
        </div>
      )}
      {allTimes.state === 'answered' && (
        <TimeSlider network={allTimes.answer} filter={filter} choose={(period) => choose(period, true)} />
      )}
      {network !== null && (
        <Legend network={network} filter={filter} isByKind={picture.colour === 'kind'} choose={choose} />
      )}
    </div>
  );
}
