import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { type Benchmark, benchmarks } from './benchmarks.js';
import { compareWithBaseline, readBaseline, withRatios, writeBaseline } from './frame/baseline.js';
import { flameGraph } from './frame/flame-graph.js';
import { profile } from './frame/profile.js';
import { Report } from './frame/report.js';
import { writeResults } from './frame/write-results.js';
import { generate } from './generate.js';

interface Options {
  readonly out: string;
  readonly writeBaseline: boolean;
}

async function measure({ name, run }: Benchmark, args: readonly string[], options: Options): Promise<void> {
  console.log(`\n== ${name}`);
  const report = new Report();
  await run(report, args);
  const ratios = compareWithBaseline(report.ratios, readBaseline()[name]);
  if (ratios.length > 0) {
    const rows = ratios.map(({ name, value, before, better, tolerance, verdict }) => {
      const allowed = `${better}, ± ${tolerance * 100} %`;
      return { ratio: name, now: value, baseline: before ?? '', 'better is': allowed, verdict };
    });
    new Report().table(rows, 'Beside the baseline');
  }
  console.log(`\nWritten: ${relative('', writeResults(options.out, name, report, ratios))}`);
  if (options.writeBaseline) writeBaseline(withRatios(readBaseline(), name, report.ratios));
  else if (ratios.some(({ verdict }) => verdict === 'worse')) process.exitCode = 1;
}

async function writeProfile(name: string, args: readonly string[], { out }: Options): Promise<void> {
  const benchmark = benchmarks.find((one) => one.name === name);
  if (!benchmark) throw new Error(`There is no benchmark ${name}.`);
  const taken = await profile(() => benchmark.run(new Report(), args));
  mkdirSync(out, { recursive: true });
  const files = { [`${name}.cpuprofile`]: taken, [`${name}.flame.html`]: flameGraph(`${name}.cpuprofile`, taken) };
  for (const [file, content] of Object.entries(files)) {
    writeFileSync(join(out, file), content);
    console.log(`Written: ${relative('', join(out, file))}`);
  }
}

const program = new Command('npm run bench --')
  .description(
    `Measures, prints tables, writes JSON, and compares ratios with bench/baseline.json: exit code 1 tells that some
are worse. Without a command it runs all quick benchmarks.`,
  )
  .option('--out <folder>', 'where JSON and profiles go', fileURLToPath(new URL('results', import.meta.url)))
  .option('--write-baseline', 'what is measured becomes the baseline', false)
  .showHelpAfterError()
  .action(async (options: Options) => {
    program.outputHelp();
    for (const benchmark of benchmarks.filter(({ quick }) => quick)) await measure(benchmark, [], options);
  });

for (const benchmark of benchmarks)
  program
    .command(benchmark.name)
    .description(benchmark.measures + (benchmark.quick ? '' : ' (only when named)'))
    .argument('[args...]')
    .allowUnknownOption()
    .action((args: readonly string[]) => measure(benchmark, args, program.opts<Options>()));

program
  .command('profile')
  .description('runs a benchmark under the profiler: a .cpuprofile and a flame graph')
  .argument('<name>')
  .argument('[args...]')
  .allowUnknownOption()
  .action((name: string, args: readonly string[]) => writeProfile(name, args, program.opts<Options>()));

program
  .command('generate')
  .description('makes an archive of any size')
  .argument('[args...]')
  .allowUnknownOption()
  .action(generate);

await program.parseAsync();
