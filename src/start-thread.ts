import { extname } from 'node:path';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/** Development and tests run the sources, which a thread needs tsx to read. */
const isSource = extname(import.meta.url) === '.ts';

/**
 * The next message of a thread.
 *
 * @param isSkipped - Takes messages that aren't waited for.
 * @throws What the thread threw, or an Error when it ended before.
 */
export function nextMessage<Message>(
  thread: Worker,
  isSkipped: (message: Message) => boolean = () => false,
): Promise<Message> {
  return new Promise((resolve, reject) => {
    const settle = (done: () => void) => {
      thread.off('message', onMessage).off('error', onError).off('exit', onExit);
      done();
    };
    const onMessage = (message: Message) => {
      if (!isSkipped(message)) settle(() => resolve(message));
    };
    const onError = (error: unknown) => settle(() => reject(error));
    const onExit = (code: number) => settle(() => reject(new Error(`A thread ended with ${code}.`)));
    thread.on('message', onMessage).on('error', onError).on('exit', onExit);
  });
}

/** @param module - `new URL('./NAME.js', import.meta.url)` of the module that is the thread's whole life. */
export function startThread(module: URL, options: WorkerOptions): Worker {
  if (!isSource) return new Worker(module, options);
  const href = module.href.replace(/\.js$/, '.ts');
  const load = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(href)}); });`;
  return new Worker(load, { ...options, eval: true, execArgv: [] });
}
