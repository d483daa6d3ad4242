import { defineConfig } from 'vite';

export default defineConfig({
  base: '/',
  logLevel: 'warn',
  build: {
    target: 'es2022',
    emptyOutDir: false,
    rollupOptions: { input: new URL('bare.html', import.meta.url).pathname },
  },
});
