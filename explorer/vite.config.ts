import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';

/**
 * The explorer, which the server gives at `/`, its files under /assets/; hence the absolute `base`.
 *
 * For development, `npx vite explorer` beside `diplograph serve` shows changes at once.
 */
export default defineConfig({
  base: '/',
  logLevel: 'warn',
  plugins: [preact({ reactAliasesEnabled: false })],
  worker: { format: 'es' },
  build: { outDir: '../dist/explorer', emptyOutDir: true, target: 'es2022' },
  server: { host: '127.0.0.1', proxy: { '/graphql': 'http://127.0.0.1:4000' } },
});
