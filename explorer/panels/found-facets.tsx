import type { FacetGroup } from '../api/load-facets.js';
import type { Narrowing } from '../narrowing.js';

interface FoundFacetsProps {
  readonly groups: readonly FacetGroup[];
  readonly choose: (narrowing: Narrowing) => void;
}

/** Under what was found, what it can be narrowed to, and how much each choice leaves. */
export function FoundFacets({ groups, choose }: FoundFacetsProps) {
  return (
    <div class="found-facets">
      {groups.map(({ title, facets }) => (
        <ul key={title} aria-label={`Narrow by ${title.toLowerCase()}`}>
          <li class="found-facet-title" aria-hidden="true">
            {title}
          </li>
          {facets.map(({ label, count, isChosen, narrowed }) => (
            <li key={label}>
              <button
                type="button"
                class="small"
                aria-pressed={isChosen}
                title={isChosen ? `${label}: take it back` : label}
                onClick={() => choose(narrowed)}
              >
                <span class="found-facet-label">{label}</span> <span class="quiet">{count}</span>
              </button>
            </li>
          ))}
        </ul>
      ))}
    </div>
  );
}
