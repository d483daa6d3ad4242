import { benchAnnotated } from './annotated.js';
import { benchApi } from './api.js';
import { benchClients } from './clients.js';
import { benchCoreNlp } from './corenlp.js';
import { benchDefer } from './defer.js';
import { benchDrawing } from './drawing.js';
import { benchExplorer } from './explorer.js';
import { benchExtract } from './extract.js';
import type { Report } from './frame/report.js';
import { benchIngest } from './ingest.js';
import { benchNames } from './names.js';
import { benchScale } from './scale.js';

export interface Benchmark {
  readonly name: string;
  readonly measures: string;
  /** Takes no more than some minutes, and nothing but Node.js: runs when none is named. */
  readonly quick: boolean;
  readonly run: (report: Report, args: readonly string[]) => Promise<void>;
}

export const benchmarks: readonly Benchmark[] = [
  { name: 'annotated', measures: 'extraction against documents annotated by hand', quick: true, run: benchAnnotated },
  { name: 'api', measures: 'the API beside raw SQL and Cypher', quick: false, run: benchApi },
  { name: 'clients', measures: 'many clients at once, and one who writes', quick: false, run: benchClients },
  { name: 'corenlp', measures: 'extraction beside Stanford CoreNLP, from Maven', quick: false, run: benchCoreNlp },
  { name: 'defer', measures: 'a query answered in parts', quick: false, run: benchDefer },
  { name: 'drawing', measures: 'layouts and measures of networks', quick: true, run: benchDrawing },
  { name: 'explorer', measures: 'the explorer beside bare Sigma, in a browser', quick: false, run: benchExplorer },
  { name: 'extract', measures: 'extraction beside wink-nlp alone', quick: true, run: benchExtract },
  { name: 'ingest', measures: 'what the store takes beside raw inserts', quick: false, run: benchIngest },
  { name: 'names', measures: 'which names are told to be the same', quick: true, run: benchNames },
  { name: 'scale', measures: 'what grows with a store', quick: false, run: benchScale },
];
