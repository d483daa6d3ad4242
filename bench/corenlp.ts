import { execFile } from 'node:child_process';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createPipeline } from '../ingest/pipeline.js';
import type { SourceDocument } from '../ingest/sources/source.js';
import { archiveFolder } from './api/archive.js';
import type { Report } from './frame/report.js';

const run = promisify(execFile);
const pom = join(import.meta.dirname, 'corenlp/pom.xml');
const jars = join(tmpdir(), 'diplograph-bench', 'corenlp-4.5.10');
/** `coref` asks for the dependencies that `depparse` finds. */
const annotators = 'tokenize,ssplit,pos,lemma,ner,depparse,coref,quote';
/** CoreNLP takes minutes for a volume: of each file one document in so many. */
const oneIn = 60;

/** Fetches 480 MB with Maven, once; renamed in the end, so that a folder which exists is complete. */
async function fetchJars(): Promise<void> {
  if (existsSync(jars)) return;
  mkdirSync(join(jars, '..'), { recursive: true });
  const partial = mkdtempSync(`${jars}-`);
  const goal = ['-q', '-B', '-f', pom, 'dependency:copy-dependencies', '-DincludeScope=runtime'];
  try {
    await run('mvn', [...goal, `-DoutputDirectory=${partial}`]);
    renameSync(partial, jars);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    throw error;
  }
}

async function someDocuments(
  folder: string,
  read: Awaited<ReturnType<typeof createPipeline>>['read'],
): Promise<readonly SourceDocument[]> {
  const chosen: SourceDocument[] = [];
  for (const name of readdirSync(folder)
    .filter((file) => /\.(?:xml|txt)$/.test(file))
    .sort()) {
    let number = 0;
    for await (const document of read({ name, bytes: createReadStream(join(folder, name)) })) {
      if (number % oneIn === 0) chosen.push(document);
      number += 1;
    }
  }
  return chosen;
}

/** Seconds of annotating all a second time, as CoreNLP counts them: by then its models and Java's compiler are ready. */
async function annotate(documents: readonly SourceDocument[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'corenlp-'));
  try {
    const files = documents.map(({ text }, index) => {
      const file = join(folder, `${index}.txt`);
      writeFileSync(file, text);
      return file;
    });
    const list = join(folder, 'files');
    writeFileSync(list, [...files, ...files].join('\n'));
    const main = ['-Xmx4g', '-cp', `${jars}/*`, 'edu.stanford.nlp.pipeline.StanfordCoreNLP'];
    const options = ['-annotators', annotators, '-filelist', list, '-outputFormat', 'json', '-outputDirectory', folder];
    const { stderr } = await run('java', [...main, ...options], { maxBuffer: 2 ** 26 });
    const taken = [...stderr.matchAll(/done \[([\d.]+) sec\]/g)].map(([, seconds]) => Number(seconds));
    if (taken.length !== 2 * files.length) throw new Error(`CoreNLP told no times:\n${stderr.slice(-2_000)}`);
    return taken.slice(files.length).reduce((sum, seconds) => sum + seconds, 0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whole extraction beside Stanford CoreNLP, over the same documents; both have read them once before. */
export async function benchCoreNlp(report: Report): Promise<void> {
  try {
    await fetchJars();
    await run('java', ['-version']);
  } catch {
    report.note('CoreNLP is skipped: Java or Maven is not there, or its jars cannot be fetched.');
    return;
  }
  const { name, folder } = archiveFolder();
  const pipeline = await createPipeline();
  const documents = await someDocuments(folder, (input) => pipeline.read(input));
  for (const document of documents) await pipeline.extract(document);
  const start = performance.now();
  for (const document of documents) await pipeline.extract(document);
  const own = (performance.now() - start) / 1_000;
  const theirs = await annotate(documents);
  const words = documents.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
  const row = (what: string, seconds: number) => ({
    what,
    seconds: Number(seconds.toFixed(2)),
    'words a second': Math.round(words / seconds),
  });
  report.table(
    [row('CoreNLP', theirs), row('whole extraction', own)],
    `${documents.length} documents of ${name}, ${words} words`,
  );
  report.ratio(`times CoreNLP, ${name}`, theirs / own, { better: 'higher', tolerance: 0.5 });
}
