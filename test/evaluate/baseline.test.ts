import { existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { expect, it } from '@jest/globals';
import { createPipeline } from '../../ingest/pipeline.js';
import { annotatedDocument } from '../../src/evaluate/annotated-document.js';
import type { Counts } from '../../src/evaluate/counts.js';
import { scoreDocument } from '../../src/evaluate/score-document.js';
import { scoreReport } from '../../src/evaluate/score-report.js';
import { collect } from '../collect.js';
import { describeWith } from '../requirements.js';
import { halves, readHalf, scoreVolumes } from './score-volumes.js';

const text = resolve('../shared/corpus/puzanov-1957-07-08.txt');
const annotation = resolve('../shared/gold/puzanov-1957-07-08.json');
const journal = {
  name: 'The annotated journal',
  value: existsSync(text) && existsSync(annotation) ? text : null,
  reason: 'there is no ../shared/corpus with its annotation in ../shared/gold',
  cure: 'Put the folder shared beside the repository.',
  mayBeMissing: true,
};
const folder = resolve('../shared/corpus/frus');
const volumes = {
  name: 'The annotated volumes',
  value: existsSync(folder) ? folder : null,
  reason: 'there is no ../shared/corpus/frus',
  cure: 'Put the folder shared beside the repository.',
  mayBeMissing: true,
};

type Baseline = Readonly<Record<string, number>>;

/** Raised when extraction gets better; whoever lowers it says why. */
const baselines = JSON.parse(readFileSync(new URL('baseline.json', import.meta.url), 'utf8')) as Readonly<
  Record<'journal' | (typeof halves)[number], Baseline>
>;

function expectNoWorse(counts: Counts, baseline: Baseline): void {
  const { entities, relations, statements } = scoreReport(counts);
  const figures: Record<string, number> = {
    entitiesTyped: entities.typed.f1,
    relationsStrict: relations.strict.f1,
    relationsPrecision: relations.strict.precision,
    statementsAbout: statements.aboutPairs.f1,
    speakerAccuracy: statements.speakerAccuracy,
  };
  const fallen = Object.entries(baseline).filter(([name, least]) => !((figures[name] ?? 0) >= least));
  expect({ fallen, figures }).toEqual({ fallen: [], figures });
}

describeWith(journal, 'extraction from the journal', (path) => {
  it('is no worse than the committed baseline', async () => {
    const pipeline = await createPipeline();
    const [document] = await collect(pipeline.read({ name: basename(path), bytes: readFileSync(path) }));
    if (document === undefined) throw new Error('the journal holds no document');
    const gold = annotatedDocument.parse(JSON.parse(readFileSync(annotation, 'utf8')));
    expectNoWorse(scoreDocument(await pipeline.extract(document), gold).counts, baselines.journal);
  });
});

describeWith(volumes, 'extraction from the annotated documents of the volumes', (path) => {
  it('is no worse than the committed baselines, and the annotations stand in the texts', async () => {
    const astray: string[] = [];
    const annotations = new Map(halves.flatMap((half) => [...readHalf(half)]));
    const counts = await scoreVolumes(path, (name, document) => {
      const { entities = [], statements = [] } = annotations.get(name) ?? {};
      const surfaces = entities.filter(({ type }) => type !== 'EVENT').flatMap((entity) => entity.aliases);
      astray.push(...surfaces.filter((alias) => !document.text.includes(alias)).map((alias) => `${name}: ${alias}`));
      for (const { start = -1, end = -1 } of statements) {
        const isWords = start >= 0 && end > start && document.text.slice(start, end).trim() !== '';
        if (!isWords || end > document.text.length) astray.push(`${name}: ${start}-${end}`);
      }
    });
    expect(astray).toEqual([]);
    for (const half of halves) expectNoWorse(counts[half], baselines[half]);
  });
});
