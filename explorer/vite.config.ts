import preact from '@preact/preset-vite';
import { defineConfig, type Plugin } from 'vite';

/** Most open the page at the network: its script comes beside the page's own, not after it. */
const preloadNetwork: Plugin = {
  name: 'preload-network',
  transformIndexHtml: {
    order: 'post',
    handler(_html, { bundle = {} }) {
      const stage = Object.values(bundle).find(
        (chunk) => chunk.type === 'chunk' && chunk.facadeModuleId?.endsWith('/network/network-stage.tsx'),
      );
      if (stage?.type !== 'chunk') return [];
      return [stage.fileName, ...stage.imports].map((file) => ({
        tag: 'link',
        attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` },
        injectTo: 'head' as const,
      }));
    },
  },
};

/**
 * The explorer, which the server gives at `/`, its files under /assets/; hence the absolute `base`.
 *
 * For development, `npx vite explorer` beside `diplograph serve` shows changes at once.
 */
export default defineConfig({
  base: '/',
  logLevel: 'warn',
  plugins: [preact({ reactAliasesEnabled: false }), preloadNetwork],
  worker: { format: 'es' },
  build: { outDir: '../dist/explorer', emptyOutDir: true, target: 'es2022' },
  server: { host: '127.0.0.1', proxy: { '/graphql': 'http://127.0.0.1:4000' } },
});
