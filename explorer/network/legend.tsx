import { entityKindNames, entityKinds, relationTypeNames, relationTypes } from '../../src/model/ontology.js';
import type { Network } from '../api/load-network.js';
import { KindDot } from '../panels/kind-dot.js';
import type { RelationFilter } from '../route.js';
import { isOn, toggled } from './toggled.js';

function countBy<Name extends string>(names: Iterable<Name>): ReadonlyMap<Name, number> {
  const counts = new Map<Name, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

interface LegendProps {
  readonly network: Network;
  readonly filter: RelationFilter;
  /** Whether colours are those of kinds. */
  readonly isByKind: boolean;
  readonly choose: (filter: Partial<RelationFilter>) => void;
}

/**
 * The kinds and relation types of the ontology that are drawn, with how many of each, and those that are turned off:
 * each is a switch.
 */
export function Legend({ network: { nodes, edges }, filter, isByKind, choose }: LegendProps) {
  const kinds = countBy(nodes.map(({ kind }) => kind));
  const types = countBy(edges.map(({ type }) => type));
  const shownKinds = entityKindNames.filter((kind) => kinds.has(kind) || !isOn(filter.kinds, kind));
  const shownTypes = relationTypeNames.filter((type) => types.has(type) || !isOn(filter.types, type));
  return (
    <div class="legend">
      <ul aria-label="Kinds of entities">
        {shownKinds.map((kind) => (
          <li key={kind}>
            <button
              type="button"
              class="switch"
              aria-pressed={isOn(filter.kinds, kind)}
              title={entityKinds[kind].description}
              onClick={() => choose({ kinds: toggled(entityKindNames, filter.kinds, kind) })}
            >
              <KindDot kind={kind} isPlain={!isByKind} />
              {entityKinds[kind].typeName} <span class="quiet">{kinds.get(kind) ?? 0}</span>
            </button>
          </li>
        ))}
      </ul>
      <ul aria-label="Types of relations">
        {shownTypes.map((type) => (
          <li key={type}>
            <button
              type="button"
              class="switch"
              aria-pressed={isOn(filter.types, type)}
              title={relationTypes[type].description}
              onClick={() => choose({ types: toggled(relationTypeNames, filter.types, type) })}
            >
              {relationTypes[type].forward} <span class="quiet">{types.get(type) ?? 0}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
