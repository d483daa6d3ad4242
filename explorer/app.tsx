import { useEffect } from 'preact/hooks';
import { ReadingGate } from './access/reading-gate.js';
import { useReadingRefusal } from './api/reading-refusal.js';
import { useEditState } from './edit/edit-state.js';
import { LastEdit } from './edit/last-edit.js';
import { IntakeButton } from './intake/intake-button.js';
import { IntakeCorner } from './intake/intake-corner.js';
import { EntityPanel } from './panels/entity-panel.js';
import { EvidencePanel } from './panels/evidence-panel.js';
import { OverviewPanel } from './panels/overview-panel.js';
import { PathPanel } from './panels/path-panel.js';
import { SchemeChoice } from './panels/scheme-choice.js';
import { SearchBox } from './panels/search-box.js';
import { redrawn } from './picture.js';
import { isSelected, overview, type PassageRoute, printRoute, type Route, subjectOf, viewNames } from './route.js';
import { Stage } from './stage.js';
import { type RouteHistory, useRoute } from './use-route.js';
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
  const { entity, path, relations } = route;
  const subject = subjectOf(route);
  const choose = (id: string) =>
    change(
      path !== null && path.to === null && id !== path.from
        ? { path: { from: path.from, to: id } }
        : { chosen: id, relations: [], path: null },
    );
  const ways = {
    choose,
    read: (id: string) => change({ relations: [id] }),
    open: (passage: PassageRoute) => change(openedAt(passage)),
  };
  return (
    <aside class="panel" aria-label="Details">
      {views[route.view].hasPanel && (
        <button type="button" class="small back" onClick={() => change({ chosen: null, relations: [], path: null })}>
          Back to the {views[route.view].title.toLowerCase()}
        </button>
      )}
      {relations.length > 0 ? (
        <EvidencePanel
          relations={relations}
          {...ways}
          close={() => change({ relations: [] })}
          leaveOut={(id) => change({ relations: relations.filter((other) => other !== id) })}
        />
      ) : path !== null ? (
        <PathPanel
          route={route}
          {...ways}
          setEnd={(to) => change({ path: { from: path.from, to } })}
          close={() => change({ path: null })}
        />
      ) : subject !== null ? (
        <EntityPanel
          key={subject}
          id={subject}
          isCenter={subject === entity}
          changesHref={printRoute({ ...overview, view: 'LEDGER', entity: subject })}
          {...ways}
          center={() => change(centredOn(subject, route))}
          startPath={() => change({ path: { from: subject, to: null } })}
        />
      ) : (
        <OverviewPanel choose={choose} />
      )}
    </aside>
  );
}

/** A document to be read, with nothing else selected. */
const openedAt = (passage: PassageRoute) =>
  ({ view: 'DOCUMENT', passage, chosen: null, relations: [], path: null }) as const;

/** The network drawn around another entity, in the manner of the last one; all that was done by hand is left behind. */
function centredOn(entity: string | null, { filter, picture }: Route): Route {
  return { ...overview, entity, filter, picture: redrawn(picture) };
}

/** Keys that work wherever one is, but not while one writes. */
function useShortcuts({ undo, redo }: RouteHistory): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.target instanceof Element && event.target.closest('input, select, textarea')) return;
      const isCommand = event.ctrlKey || event.metaKey;
      if (event.key === '/' && !isCommand) document.querySelector<HTMLInputElement>('.top [role=combobox]')?.focus();
      else if (isCommand && event.key.toLowerCase() === 'z') (event.shiftKey ? redo : undo)?.();
      else if (isCommand && event.key.toLowerCase() === 'y') redo?.();
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [undo, redo]);
}

interface StepButtonProps {
  readonly step: (() => void) | null;
  readonly label: string;
  readonly keys: string;
  readonly children: string;
}

/** A step through the views that were seen, if there is one. */
function StepButton({ step, label, keys, children }: StepButtonProps) {
  return (
    <button
      type="button"
      disabled={step === null}
      onClick={step ?? undefined}
      aria-label={label}
      title={`${label} (${keys})`}
    >
      <span aria-hidden="true">{children}</span>
    </button>
  );
}

/** The whole page: what the route says is what is shown, and whatever is clicked changes the route. */
export function App() {
  const [route, change, history] = useRoute();
  useShortcuts(history);
  const { revision } = useEditState();
  const refusal = useReadingRefusal();
  // A timeline or map becomes that of whoever is searched for; other views give way to the network.
  const view = route.view === 'TIMELINE' || route.view === 'MAP' ? route.view : 'NETWORK';
  const hasDetails = !views[route.view].hasPanel || isSelected(route);
  return (
    <>
      <header class="top">
        <h1>
          <button type="button" class="home" onClick={() => change(centredOn(null, route))}>
            Diplograph
          </button>
        </h1>
        <SearchBox
          label="Search entities, documents and quotations"
          choose={(id) => change({ ...centredOn(id, route), view })}
          open={(passage) => change(openedAt(passage))}
        />
        <div class="top-tools">
          <StepButton step={history.undo} label="Undo" keys="Ctrl+Z">
            ↶
          </StepButton>
          <StepButton step={history.redo} label="Redo" keys="Ctrl+Y">
            ↷
          </StepButton>
          <IntakeButton />
          <SchemeChoice />
          <a href="/graphql">GraphiQL</a>
        </div>
        <ViewLinks route={route} />
      </header>
      {refusal !== null ? (
        <main class="whole">
          <ReadingGate refusal={refusal} />
        </main>
      ) : (
        <main class={hasDetails ? undefined : 'whole'}>
          <Stage key={`stage ${revision}`} route={route} change={change} />
          {hasDetails && <Details key={`details ${revision}`} route={route} change={change} />}
        </main>
      )}
      <LastEdit />
      <IntakeCorner open={(passage) => change(openedAt(passage))} />
    </>
  );
}
