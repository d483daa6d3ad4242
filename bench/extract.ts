import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { createPipeline } from '../ingest/pipeline.js';
import type { SourceDocument } from '../ingest/sources/source.js';
import type { Report } from './frame/report.js';

const volumes = fileURLToPath(new URL('../../shared/corpus/frus/', import.meta.url));
const samples = fileURLToPath(new URL('../samples/', import.meta.url));
/** Documents between two readings of the other side: both get the same of the machine's moods. */
const turn = 20;

interface Clock {
  milliseconds: number;
}

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((file) => /\.(?:xml|txt)$/.test(file))
    .sort();
}

/** By the processor's time, of all threads: a clock counts what else the machine does. */
async function timed<T>(clock: Clock, work: () => T | Promise<T>): Promise<T> {
  const start = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(start);
  clock.milliseconds += (user + system) / 1_000;
  return result;
}

/** Whole extraction beside wink-nlp's tokenising, sentences and tagging alone, over the same texts, turn by turn. */
export async function benchExtract(report: Report): Promise<void> {
  const folder = existsSync(volumes) ? volumes : samples;
  if (folder === samples) report.note('The volumes are not there (../shared/corpus/frus): measured on the samples.');
  const pipeline = await createPipeline();
  // First, and by itself: a process never gives its peak back.
  for (const name of sourcesIn(folder)) {
    for await (const document of pipeline.read({ name, bytes: createReadStream(`${folder}${name}`) })) {
      await pipeline.extract(document);
    }
  }
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  const nlp = winkNLP(model, ['sbd', 'pos']);
  const whole = { milliseconds: 0 };
  const tokens = { milliseconds: 0 };
  let characters = 0;
  let documents = 0;
  let waiting: SourceDocument[] = [];
  const flush = async () => {
    await timed(tokens, () => {
      for (const { text } of waiting) nlp.readDoc(text).tokens().out(nlp.its.pos);
    });
    await timed(whole, async () => {
      for (const document of waiting) await pipeline.extract(document);
    });
    waiting = [];
  };
  for (const name of sourcesIn(folder)) {
    for await (const document of pipeline.read({ name, bytes: createReadStream(`${folder}${name}`) })) {
      characters += document.text.length;
      documents += 1;
      waiting.push(document);
      if (waiting.length === turn) await flush();
    }
  }
  await flush();
  const rate = ({ milliseconds }: Clock) => Math.round(characters / milliseconds);
  const timesWink = whole.milliseconds / tokens.milliseconds;
  const row = (what: string, clock: Clock, times: number) => ({
    what,
    'thousand characters a second': rate(clock),
    'times wink': Number(times.toFixed(1)),
  });
  report.table([row('wink-nlp, tokens and tags', tokens, 1), row('whole extraction', whole, timesWink)]);
  report.ratio(`whole extraction of the ${folder === volumes ? 'volumes' : 'samples'}, times wink-nlp`, timesWink);
  report.note(`${documents} documents, ${characters} characters; peak memory of whole extraction ${peak} MB.`);
}
