import { useState } from 'preact/hooks';
import { loadPlaces, loadTiedPlaces } from '../api/load-places.js';
import { Notice, Waiting } from '../panels/notice.js';
import { useAllPages } from '../use-all-pages.js';
import './map.css';
import { PlaceList } from './place-list.js';
import { PlaceMap } from './place-map.js';

/** Places that are read, a hundred a request. */
const mostPlaces = 2_000;

interface MapViewProps {
  /** Only places that this entity has a relation with. */
  readonly entity: { readonly id: string; readonly name: string } | null;
  readonly chosen: string | null;
  readonly choose: (id: string) => void;
}

/** Where it was: the places that documents speak of, on a map that needs no network. */
export function MapView({ entity, chosen, choose }: MapViewProps) {
  const id = entity?.id ?? null;
  const [pointed, setPointed] = useState<string | null>(null);
  const places = useAllPages(
    id ?? 'all',
    (after, signal) => (id === null ? loadPlaces(after, signal) : loadTiedPlaces(id, signal)),
    mostPlaces,
  );
  const { items, state, error } = places;
  if (items.length === 0 && state === 'reading') return <Waiting what="the places" />;
  return (
    <div class="map">
      <div class="map-main">
        {error !== null && <Notice title={error.message} cure={error.cure} />}
        {items.length === 0 && error === null ? (
          <Notice
            title={entity === null ? 'No document names a place.' : `${entity.name} is tied to no place.`}
            cure={entity === null ? 'Ingest documents that do.' : 'Show all places, or choose another entity.'}
          />
        ) : (
          <PlaceMap key={id} places={items} chosen={chosen} pointed={pointed} choose={choose} />
        )}
        {state === 'cut' && <p class="quiet">Only the {items.length} places mentioned most are shown.</p>}
      </div>
      <aside class="panel" aria-label="Places">
        <PlaceList places={items} choose={choose} point={setPointed} />
      </aside>
    </div>
  );
}
