import { extname } from 'node:path';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/** Development and tests run the sources, which a thread needs tsx to read. */
const isSource = extname(import.meta.url) === '.ts';

/** @param module - `new URL('./NAME.js', import.meta.url)` of the module that is the thread's whole life. */
export function startThread(module: URL, options: WorkerOptions): Worker {
  if (!isSource) return new Worker(module, options);
  const href = module.href.replace(/\.js$/, '.ts');
  const load = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(href)}); });`;
  return new Worker(load, { ...options, eval: true, execArgv: [] });
}
