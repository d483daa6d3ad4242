import { useState } from 'preact/hooks';
import type { Place } from '../api/load-places.js';
import { EntityButton } from '../panels/entity-button.js';

interface PlaceListProps {
  /** Most mentioned first. */
  readonly places: readonly Place[];
  readonly choose: (id: string) => void;
  readonly point: (id: string | null) => void;
}

function isNamed(name: string, words: string): boolean {
  return name.toLowerCase().includes(words.trim().toLowerCase());
}

function Rows({ places, choose, point }: PlaceListProps) {
  return (
    <ul class="list places">
      {places.map(({ id, name, mentionCount }) => (
        <li
          key={id}
          onMouseEnter={() => point(id)}
          onMouseLeave={() => point(null)}
          onFocusIn={() => point(id)}
          onFocusOut={() => point(null)}
        >
          <EntityButton entity={{ id, name, kind: 'PLACE' }} choose={choose} />
          <span class="quiet"> {mentionCount}×</span>
        </li>
      ))}
    </ul>
  );
}

/** All places in words, those too that no gazetteer told the coordinates of. */
export function PlaceList({ places, ...ways }: PlaceListProps) {
  const [words, setWords] = useState('');
  const named = places.filter(({ name }) => isNamed(name, words));
  const lying = named.filter(({ coordinates }) => coordinates !== null);
  const lost = named.filter(({ coordinates }) => coordinates === null);
  return (
    <>
      <h2>Places</h2>
      <label class="place-filter">
        <span class="unseen">Show only places named so</span>
        <input
          type="text"
          placeholder="Filter places …"
          value={words}
          onInput={({ currentTarget: { value } }) => setWords(value)}
        />
      </label>
      <h3>
        On the map <span class="quiet">{lying.length}</span>
      </h3>
      <Rows places={lying} {...ways} />
      {lying.length === 0 && <p class="quiet">No place with coordinates{words && ' is named so'}.</p>}
      {lost.length > 0 && (
        <>
          <h3>
            Without coordinates <span class="quiet">{lost.length}</span>
          </h3>
          <p class="quiet">No gazetteer told where these lie; nobody should have to guess it.</p>
          <Rows places={lost} {...ways} />
        </>
      )}
    </>
  );
}
