import { EntityPanel } from './panels/entity-panel.js';
import { EvidencePanel } from './panels/evidence-panel.js';
import { OverviewPanel } from './panels/overview-panel.js';
import { SearchBox } from './panels/search-box.js';
import { isSelected, overview, type PassageRoute, printRoute, subjectOf, viewNames } from './route.js';
import { Stage } from './stage.js';
import { useRoute } from './use-route.js';
import { type ViewProps, views } from './views.js';

/** Links, so that a view can be opened in another tab; the selection goes along. */
function ViewLinks({ route }: Pick<ViewProps, 'route'>) {
  return (
    <nav class="views" aria-label="Views">
      {viewNames.map((view) => (
        <a
          key={view}
          href={printRoute({ ...route, view }) || '#'}
          aria-current={view === route.view ? 'page' : undefined}
        >
          {views[view].title}
        </a>
      ))}
    </nav>
  );
}

/** What documents say of that which is selected, beside every view. */
function Details({ route, change }: ViewProps) {
  const choose = (id: string) => change({ chosen: id, relations: [] });
  const read = (relations: readonly string[]) => change({ relations });
  const open = (passage: PassageRoute) => change({ view: 'DOCUMENT', passage, chosen: null, relations: [] });
  const subject = subjectOf(route);
  return (
    <aside class="panel" aria-label="Details">
      {views[route.view].hasPanel && (
        <button type="button" class="small back" onClick={() => change({ chosen: null, relations: [] })}>
          Back to the {views[route.view].title.toLowerCase()}
        </button>
      )}
      {route.relations.length > 0 ? (
        <EvidencePanel relations={route.relations} choose={choose} open={open} close={() => read([])} />
      ) : subject !== null ? (
        <EntityPanel
          key={subject}
          id={subject}
          isCenter={subject === route.entity}
          choose={choose}
          center={() => change({ view: 'NETWORK', entity: subject, chosen: null })}
          read={(id) => read([id])}
          open={open}
        />
      ) : (
        <OverviewPanel choose={choose} />
      )}
    </aside>
  );
}

/** The whole page: what the route says is what is shown, and whatever is clicked changes the route. */
export function App() {
  const [route, change] = useRoute();
  // A timeline or map becomes that of whoever is searched for; other views give way to the network.
  const view = route.view === 'TIMELINE' || route.view === 'MAP' ? route.view : 'NETWORK';
  const center = (id: string) => change({ view, entity: id, chosen: null, relations: [] });
  const hasDetails = !views[route.view].hasPanel || isSelected(route);
  return (
    <>
      <header class="top">
        <h1>
          <button type="button" class="home" onClick={() => change({ ...overview, filter: route.filter })}>
            Diplograph
          </button>
        </h1>
        <SearchBox choose={center} />
        <ViewLinks route={route} />
        <a href="/graphql">GraphiQL</a>
      </header>
      <main class={hasDetails ? undefined : 'whole'}>
        <Stage route={route} change={change} />
        {hasDetails && <Details route={route} change={change} />}
      </main>
    </>
  );
}
