import { defineConfig } from 'vite';

/**
 * GraphiQL, which the server gives to browsers at /graphql. Built apart from the explorer: it needs React where the
 * explorer has Preact, and the explorer's first load must stay small.
 *
 * The page's own address is /graphql, its files are under /graphiql/: hence the absolute `base`.
 */
export default defineConfig({
  base: '/graphiql/',
  logLevel: 'warn',
  build: {
    outDir: '../../dist/graphiql',
    emptyOutDir: true,
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
