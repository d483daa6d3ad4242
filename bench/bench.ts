import { benchAnnotated } from './annotated.js';
import { benchApi } from './api.js';
import { benchDefer } from './defer.js';
import { benchDrawing } from './drawing.js';
import { benchExplorer } from './explorer.js';
import { benchExtract } from './extract.js';
import { generate } from './generate.js';
import { benchIngest } from './ingest.js';
import { benchNames } from './names.js';

/** `npm run bench -- NAME` prints the tables of one benchmark; without a name, of all. */
const benchmarks: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  annotated: benchAnnotated,
  api: benchApi,
  defer: benchDefer,
  drawing: benchDrawing,
  explorer: benchExplorer,
  extract: benchExtract,
  ingest: benchIngest,
  names: benchNames,
};

/** No table: makes what the others may be tried on. */
const tools: typeof benchmarks = { generate };

const [name, ...args] = process.argv.slice(2);
const chosen = name === undefined ? Object.values(benchmarks) : [benchmarks[name] ?? tools[name]];
for (const run of chosen) {
  if (run === undefined) {
    console.error(`There is no benchmark ${name}. There are: ${Object.keys(benchmarks).join(', ')}.`);
    process.exitCode = 2;
  } else {
    await run(args);
  }
}
