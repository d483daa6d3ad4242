import { EntityScope } from '../panels/entity-scope.js';
import { isSelected } from '../route.js';
import type { ViewProps } from '../views.js';
import './timeline.css';
import { TimelineStage } from './timeline-stage.js';

/** When it was: dated events and talks, what was said, and the documents, on one line of time. */
export default function TimelineView({ route, change }: ViewProps) {
  const { entity, filter } = route;
  const choose = (chosen: string) => change({ chosen, relations: [] });
  return (
    <TimelineStage
      entity={entity}
      period={{ from: filter.since, to: filter.until }}
      changePeriod={({ from = filter.since, to = filter.until }) =>
        change({ filter: { ...filter, since: from, until: to } })
      }
      hasPanel={!isSelected(route)}
      choose={choose}
      open={(passage) => change({ view: 'DOCUMENT', passage })}
      openDocument={(document) => change({ view: 'DOCUMENT', passage: { document, start: 0, end: 0 } })}
    >
      {entity !== null && (
        <EntityScope entity={entity} what="Of" choose={choose} widen={() => change({ entity: null })} />
      )}
    </TimelineStage>
  );
}
