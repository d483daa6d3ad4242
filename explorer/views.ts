import type { ComponentType } from 'preact';
import { loadPicture } from './network/load-picture.js';
import type { Route, ViewName } from './route.js';
import type { ChangeRoute } from './use-route.js';

/** What every view is given: it shows what the route says, and changes nothing but the route. */
export interface ViewProps {
  readonly route: Route;
  readonly change: ChangeRoute;
}

interface ViewRow {
  readonly title: string;
  /** It has a panel of its own, which makes way for the details of what is selected. */
  readonly hasPanel?: true;
  /** Brought when it is first looked at: the first load carries the network alone. */
  readonly load: () => Promise<{ readonly default: ComponentType<ViewProps> }>;
  /** Asks for what the view will ask for first, so that the answer is on its way while the script is. */
  readonly ask?: (route: Route) => Promise<unknown>;
}

/** A new view is a folder with its own style sheet, a name in `route.ts` and a row here. */
export const views: Readonly<Record<ViewName, ViewRow>> = {
  NETWORK: { title: 'Network', load: () => import('./network/network-stage.js'), ask: loadPicture },
  TABLE: { title: 'Tables', load: () => import('./network/table-stage.js'), ask: loadPicture },
  DOCUMENT: { title: 'Document', hasPanel: true, load: () => import('./document/document-view.js') },
  TIMELINE: { title: 'Timeline', hasPanel: true, load: () => import('./timeline/timeline-view.js') },
  MAP: { title: 'Map', hasPanel: true, load: () => import('./map/map-view.js') },
  REVIEW: { title: 'Review', hasPanel: true, load: () => import('./review/review-view.js') },
  LEDGER: { title: 'Changes', hasPanel: true, load: () => import('./ledger/ledger-view.js') },
};
