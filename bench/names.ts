import { shippedAuthority } from '../ingest/lexicon/load-authority.js';
import { blockingKeys } from '../src/names/blocking-keys.js';
import { compareNames } from '../src/names/compare-names.js';
import { type NamePair, readNamePairs } from '../test/names/read-name-pairs.js';
import type { Report } from './frame/report.js';

const isCalledSame = ({ one, other, kind }: NamePair) => compareNames(one, other, kind).verdict === 'SAME';

function tableOfPairs(report: Report): void {
  const pairs = readNamePairs();
  const rowOf = (tradition: string, some: readonly NamePair[]) => {
    const [same, different] = (['SAME', 'DIFFERENT'] as const).map((verdict) =>
      some.filter((pair) => pair.verdict === verdict),
    ) as [NamePair[], NamePair[]];
    const [hits, falseHits] = [same.filter(isCalledSame).length, different.filter(isCalledSame).length];
    return {
      tradition,
      same: same.length,
      found: hits,
      different: different.length,
      'called the same': falseHits,
      recall: Number((hits / same.length).toFixed(3)),
      precision: Number((hits / (hits + falseHits)).toFixed(3)),
    };
  };
  const traditions = [...new Set(pairs.map(({ kind, tradition }) => `${kind} ${tradition}`))];
  const rows = traditions.map((name) => {
    const own = pairs.filter(({ kind, tradition }) => `${kind} ${tradition}` === name);
    return [name, own] as const;
  });
  // A tradition that only shows what is different has no recall.
  const shown = rows.filter(([, own]) => own.some(({ verdict }) => verdict === 'SAME'));
  const all = rowOf('all', pairs);
  report.table([...shown.map(([name, own]) => rowOf(name, own)), all]);
  for (const score of ['recall', 'precision'] as const)
    report.ratio(score, all[score], { better: 'higher', tolerance: 0.005 });
}

function scriptOf(name: string): string {
  const script = ['Han', 'Hangul', 'Cyrillic'].find((one) => new RegExp(`\\p{Script=${one}}`, 'u').test(name));
  return script ?? 'Latin';
}

/** Names that the table was not written from: those of the shipped persons. */
function tableOfRecords(report: Report): void {
  const persons = shippedAuthority().filter(({ kind }) => kind === 'PERSON');
  const scripts = new Map<string, { names: number; 'called the same': number }>();
  for (const { name, aliases } of persons) {
    for (const alias of aliases) {
      const script = scriptOf(alias);
      if (!/[ -]/.test(alias) && ['Latin', 'Cyrillic'].includes(script)) continue;
      const count = scripts.get(script) ?? { names: 0, 'called the same': 0 };
      count.names += 1;
      if (compareNames(name, alias, 'PERSON').verdict === 'SAME') count['called the same'] += 1;
      scripts.set(script, count);
    }
  }
  report.table([...scripts].map(([script, counts]) => ({ script, ...counts })));
  const kept = new Map<string, string[]>();
  for (const { name } of persons)
    for (const key of blockingKeys(name, 'PERSON').kept) kept.set(key, [...(kept.get(key) ?? []), name]);
  const pairs = new Map<string, readonly [string, string]>();
  for (const { name: one } of persons)
    for (const other of blockingKeys(one, 'PERSON').asked.flatMap((key) => kept.get(key) ?? []))
      if (one < other) pairs.set(`${one}\t${other}`, [one, other]);
  const same = [...pairs.values()].filter(([one, other]) => compareNames(one, other, 'PERSON').verdict === 'SAME');
  report.note(
    `${persons.length} persons, ${pairs.size} pairs of whom one asks for the other, ${same.length} called the same:`,
  );
  for (const [one, other] of same) report.note(`  ${one} / ${other}`);
}

/** How well names are told apart: on the table of pairs, and on the shipped persons and their other names. */
export function benchNames(report: Report): Promise<void> {
  tableOfPairs(report);
  tableOfRecords(report);
  return Promise.resolve();
}
