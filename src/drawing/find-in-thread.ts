import { BusyError } from '../errors.js';
import { startThread } from '../start-thread.js';
import type { DrawnGraph } from './drawn-graph.js';
import type { FindingName, Findings } from './findings.js';

/** Beside the one under way. At some seconds each, who comes later would wait for half a minute. */
const mostWaiting = 10;

function inThread<Name extends FindingName>(name: Name, graph: DrawnGraph): Promise<Findings[Name]> {
  return new Promise((resolve, reject) => {
    const thread = startThread(new URL('./finding-thread.js', import.meta.url), { workerData: { name, graph } });
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`The thread that reckoned ${name} ended with ${code}.`)));
  });
}

let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/**
 * Reckons a finding beside the event loop, each in a thread of its own, one after another: however much is asked for, it
 * takes one core.
 *
 * @throws {BusyError} when too many are waiting.
 */
export async function findInThread<Name extends FindingName>(name: Name, graph: DrawnGraph): Promise<Findings[Name]> {
  if (waiting > mostWaiting) throw new BusyError('Too many networks are waiting to be drawn.');
  waiting += 1;
  const finding = last.then(() => inThread(name, graph));
  last = finding.catch(() => undefined);
  try {
    return await finding;
  } finally {
    waiting -= 1;
  }
}
