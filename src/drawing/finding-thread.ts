import { parentPort, workerData } from 'node:worker_threads';
import type { DrawnGraph } from './drawn-graph.js';
import { type FindingName, findings } from './findings.js';

/** The whole life of a thread: one finding of one graph. */
const { name, graph } = workerData as { readonly name: FindingName; readonly graph: DrawnGraph };
parentPort?.postMessage(findings[name](graph));
