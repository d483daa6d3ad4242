/** @jsxImportSource react */
import { explorerPlugin } from '@graphiql/plugin-explorer';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { createRoot } from 'react-dom/client';
import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import '@graphiql/plugin-explorer/style.css';
import { workedQueries } from '../../schema/worked-queries.js';
import { ownStorage } from './own-storage.js';

const container = document.getElementById('graphiql');
if (container === null) throw new Error('The page has lost the element that GraphiQL is drawn into.');

createRoot(container).render(
  <GraphiQL
    fetcher={createGraphiQLFetcher({ url: '/graphql' })}
    defaultTabs={workedQueries.map(({ query }) => ({ query }))}
    plugins={[HISTORY_PLUGIN, explorerPlugin({ showAttribution: false })]}
    storage={ownStorage}
    defaultEditorToolsVisibility={false}
  />,
);
