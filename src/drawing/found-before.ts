import type { DrawnGraph } from './drawn-graph.js';
import { findInThread } from './find-in-thread.js';
import { type FindingName, type Findings, findings } from './findings.js';

/** Nodes and ties up to which a finding is reckoned at once, which then takes less than a tenth of a second. */
const atOnce: Readonly<Record<FindingName, number>> = {
  communities: 10_000,
  pageRank: 10_000,
  betweenness: 1_000,
  FORCE: 1_000,
  CIRCLE: 10_000,
  PACKED: 10_000,
};
/** A layout of the largest network has 80 kB: at most five megabytes. */
const mostKept = 64;

/**
 * Findings of the last graphs asked for, under the key of the graph: a network that changed has another key, one that
 * didn't is never reckoned twice, also when two ask at once.
 */
const kept = new Map<string, Promise<unknown>>();

async function reckon<Name extends FindingName>(name: Name, graph: DrawnGraph): Promise<Findings[Name]> {
  const isQuick = graph.order + graph.left.length <= atOnce[name];
  return isQuick ? findings[name](graph) : findInThread(name, graph);
}

/** @param key - `graphKey` of the graph. */
export async function found<Name extends FindingName>(
  name: Name,
  graph: DrawnGraph,
  key: string,
): Promise<Findings[Name]> {
  const place = `${name} ${key}`;
  const before = kept.get(place) as Promise<Findings[Name]> | undefined;
  const finding = before ?? reckon(name, graph);
  // Taken out and put back: the first of the map is the one that was asked for longest ago.
  kept.delete(place);
  kept.set(place, finding);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  try {
    return await finding;
  } catch (error) {
    if (kept.get(place) === finding) kept.delete(place);
    throw error;
  }
}
