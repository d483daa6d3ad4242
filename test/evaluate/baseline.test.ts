import { existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { expect, it } from '@jest/globals';
import { createPipeline } from '../../ingest/pipeline.js';
import { annotatedDocument } from '../../src/evaluate/annotated-document.js';
import { scoreDocument } from '../../src/evaluate/score-document.js';
import { scoreReport } from '../../src/evaluate/score-report.js';
import { collect } from '../collect.js';
import { describeWith } from '../requirements.js';

const text = resolve('../shared/corpus/puzanov-1957-07-08.txt');
const annotation = resolve('../shared/gold/puzanov-1957-07-08.json');
const requirement = {
  name: 'The annotated journal',
  value: existsSync(text) && existsSync(annotation) ? text : null,
  reason: 'there is no ../shared/corpus with its annotation in ../shared/gold',
  cure: 'Put the folder shared beside the repository.',
};

/** Raised when extraction gets better; whoever lowers it says why. */
const baseline = JSON.parse(readFileSync(new URL('baseline.json', import.meta.url), 'utf8')) as Record<string, number>;

describeWith(requirement, 'extraction from the journal', (path) => {
  it('is no worse than the committed baseline', async () => {
    const pipeline = await createPipeline();
    const [document] = await collect(pipeline.read({ name: basename(path), bytes: readFileSync(path) }));
    if (document === undefined) throw new Error('the journal holds no document');
    const gold = annotatedDocument.parse(JSON.parse(readFileSync(annotation, 'utf8')));
    const { entities, relations, statements } = scoreReport(
      scoreDocument(await pipeline.extract(document), gold).counts,
    );
    const figures: Record<string, number> = {
      entitiesTyped: entities.typed.f1,
      relationsStrict: relations.strict.f1,
      statementsAbout: statements.aboutPairs.f1,
      speakerAccuracy: statements.speakerAccuracy,
    };
    const fallen = Object.entries(baseline).filter(([name, least]) => !((figures[name] ?? 0) >= least));
    expect({ fallen, figures }).toEqual({ fallen: [], figures });
  });
});
