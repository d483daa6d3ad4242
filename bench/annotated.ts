import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { scoreReport } from '../src/evaluate/score-report.js';
import { halves, readHalf, scoreVolumes } from '../test/evaluate/score-volumes.js';
import type { Report } from './frame/report.js';

const volumes = fileURLToPath(new URL('../../shared/corpus/frus', import.meta.url));

/** How good extraction is on the documents annotated by hand, each half by itself. */
export async function benchAnnotated(report: Report): Promise<void> {
  if (!existsSync(volumes)) {
    report.note('The volumes are not there (../shared/corpus/frus): nothing to measure.');
    return;
  }
  const counts = await scoreVolumes(volumes);
  const rows = halves.map((half) => {
    const { entities, relations, statements } = scoreReport(counts[half]);
    const scores = {
      'entities F1': entities.typed.f1,
      'relations precision': relations.strict.precision,
      'relations recall': relations.strict.recall,
      'relations F1': relations.strict.f1,
      'core recall': relations.coreRecallStrict,
      'about F1': statements.aboutPairs.f1,
      speaker: statements.speakerAccuracy,
      'speaker, matched': statements.speakerAccuracyMatched,
    };
    const rounded = Object.entries(scores).map(([name, value]) => [name, Number(value.toFixed(3))] as const);
    for (const [name, value] of rounded) report.ratio(`${half}, ${name}`, value, { better: 'higher', tolerance: 0.01 });
    return { documents: `${half}, ${readHalf(half).size}`, ...Object.fromEntries(rounded) };
  });
  report.table(rows);
}
