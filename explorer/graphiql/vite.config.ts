import { defineConfig } from 'vite';

/**
 * GraphiQL, which the server gives to browsers at /graphql. Built apart from the explorer: it needs React where the
 * explorer has Preact, and the explorer's first load must stay small.
 *
 * The server looks files up in dist/explorer, then in dist/graphiql: the page at /graphql finds its own under
 * /graphiql-assets/, the explorer under /assets/, and neither can hide the other's.
 */
export default defineConfig({
  base: '/',
  logLevel: 'warn',
  build: {
    outDir: '../../dist/graphiql',
    emptyOutDir: true,
    assetsDir: 'graphiql-assets',
    target: 'es2022',
    // Monaco is large, and the page is nothing without it: one chunk is right.
    chunkSizeWarningLimit: 8_000,
    rolldownOptions: {
      // "use client" in dependencies is meant for React's server components, of which there are none.
      onLog(level, log, handle) {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
      },
    },
  },
});
