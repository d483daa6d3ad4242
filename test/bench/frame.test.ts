import { describe, expect, it } from '@jest/globals';
import { compareWithBaseline, withRatios } from '../../bench/frame/baseline.js';
import { flameGraph } from '../../bench/frame/flame-graph.js';
import { Report } from '../../bench/frame/report.js';

describe('the frame of the benchmarks', () => {
  it('prints tables of Markdown and keeps what it printed', () => {
    const lines: string[] = [];
    const report = new Report((line) => lines.push(line));
    report.table([{ question: 'its timeline', ms: 1.5 }], 'SQLite');
    expect(lines).toEqual(['\nSQLite\n', '| question | ms |', '| :-- | --: |', '| its timeline | 1.5 |']);
    expect(report.tables).toEqual([{ title: 'SQLite', rows: [{ question: 'its timeline', ms: 1.5 }] }]);
  });

  it.each([
    ['lower', 2.3, 'as before'],
    ['lower', 2.4, 'worse'],
    ['lower', 1.6, 'better'],
    ['higher', 1.6, 'worse'],
    ['higher', 1.8, 'as before'],
    ['higher', 2.4, 'better'],
  ] as const)('where %s is better, %d beside 2 is %s', (better, value, verdict) => {
    const report = new Report(() => {});
    report.ratio('of wink', value, { better });
    expect(compareWithBaseline(report.ratios, { 'of wink': 2 })).toMatchObject([{ before: 2, verdict }]);
  });

  it('knows no verdict on what nobody wrote down', () => {
    const report = new Report(() => {});
    report.ratio('of wink', 2);
    expect(compareWithBaseline(report.ratios)).toMatchObject([{ before: null, verdict: 'new' }]);
  });

  it('leaves in the baseline what was not measured', () => {
    const report = new Report(() => {});
    report.ratio('on SQLite', 2.0049);
    expect(withRatios({ api: { 'on Neo4j': 3, 'on SQLite': 1 } }, 'api', report.ratios)).toEqual({
      api: { 'on Neo4j': 3, 'on SQLite': 2 },
    });
  });

  it('puts the profile into a page that asks for no other file', () => {
    const page = flameGraph('names.cpuprofile', '{"nodes":[]}');
    expect(page).toContain(Buffer.from('{"nodes":[]}').toString('base64'));
    expect(page).not.toMatch(/<(?:script|link)[^>]* (?:src|href)="/);
  });
});
