import { useState } from 'preact/hooks';
import { loadPlaces, loadTiedPlaces } from '../api/load-places.js';
import { EntityScope } from '../panels/entity-scope.js';
import { Notice, Waiting } from '../panels/notice.js';
import { isSelected } from '../route.js';
import { useAllPages } from '../use-all-pages.js';
import type { ViewProps } from '../views.js';
import './map.css';
import { PlaceList } from './place-list.js';
import { PlaceMap } from './place-map.js';

/** Places that are read, a hundred a request. */
const mostPlaces = 2_000;

/** Where it was: the places that documents speak of, or that an entity is tied to, on a map that needs no network. */
export default function MapView({ route, change }: ViewProps) {
  const { entity, chosen } = route;
  const [pointed, setPointed] = useState<string | null>(null);
  const places = useAllPages(
    entity ?? '',
    (after, signal) => (entity === null ? loadPlaces(after, signal) : loadTiedPlaces(entity, signal)),
    mostPlaces,
  );
  const { items, state, error } = places;
  const choose = (id: string) => change({ chosen: id, relations: [] });
  const hasPanel = !isSelected(route);
  return (
    <div class={hasPanel ? 'map with-panel' : 'map with-panel alone'}>
      <div>
        {entity !== null && (
          <div class="map-bar">
            <EntityScope entity={entity} what="Places tied to" choose={choose} widen={() => change({ entity: null })} />
          </div>
        )}
        {error !== null && <Notice title={error.message} cure={error.cure} />}
        {items.length === 0 && state === 'reading' && <Waiting what="the places" />}
        {items.length === 0 && state === 'complete' && (
          <Notice
            title={entity === null ? 'No document names a place.' : 'No relation ties it to a place.'}
            cure={entity === null ? 'Ingest documents that do.' : 'Show all places, or search for another entity.'}
          />
        )}
        {items.length > 0 && <PlaceMap key={entity} places={items} chosen={chosen} pointed={pointed} choose={choose} />}
        {state === 'cut' && <p class="quiet">Only the {items.length} places mentioned most are shown.</p>}
      </div>
      {hasPanel && (
        <aside class="panel" aria-label="Places">
          <PlaceList places={items} choose={choose} point={setPointed} />
        </aside>
      )}
    </div>
  );
}
