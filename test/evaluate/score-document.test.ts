import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type AnnotatedDocument, annotatedDocument } from '../../src/evaluate/annotated-document.js';
import { Counts } from '../../src/evaluate/counts.js';
import type { Finding } from '../../src/evaluate/finding.js';
import { normalizeName } from '../../src/evaluate/normalize-name.js';
import { scoreDocument } from '../../src/evaluate/score-document.js';
import { type PrecisionRecall, type ScoreReport, scoreReport } from '../../src/evaluate/score-report.js';
import { entityKindNames, relationTypeNames, statementModeNames } from '../../src/model/ontology.js';
import { describeWith } from '../requirements.js';

type Prediction = Parameters<typeof scoreDocument>[0];
type Draft = Record<string, unknown>;

/** Linear congruential, so that every run draws the same documents. Constants of Numerical Recipes. */
function createDraw(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const names = [
  'Ivan Petrov',
  'I. Petrov',
  'Comrade Petrov',
  'the Ministry of Trade',
  'Ministry of Trade',
  "the Ministry's",
  'U.S.',
  'US',
  'us',
  'Pyŏngyang',
  'Pyongyang',
  'A. B. Straße',
  'a.b. STRASSE',
  'he',
  'The Plenum',
  'plenum',
  '《人民日报》',
  'Mrs. Petrov',
];

/** A document and an annotation that overlap by chance, with every feature that the rules know. */
function drawCase(seed: number): { predicted: Prediction; gold: Draft } {
  const draw = createDraw(seed);
  const pick = <T>(list: readonly T[]): T => list[draw(list.length)] as T;
  const some = <T>(make: (index: number) => T, most: number): T[] =>
    Array.from({ length: draw(most + 1) }, (_, i) => make(i));
  const entity = (prefix: string) => (index: number) => ({
    id: `${prefix}${index}`,
    type: pick(entityKindNames),
    name: pick(names),
    aliases: some(() => pick(names), 2),
    mentions: some(() => ({ text: pick(names) }), 2),
  });
  const predicted = some(entity('p'), 9);
  const annotated = some(entity('g'), 9).map((one) => ({ ...one, ...(draw(4) === 0 ? { optional: true } : {}) }));
  const idOf = (prefix: string) => `${prefix}${draw(10)}`;
  const relation = (prefix: string) => () => ({
    type: pick(relationTypeNames.slice(0, 6)),
    source: idOf(prefix),
    target: idOf(prefix),
    evidence: [],
  });
  const statement = (prefix: string) => () => ({
    speaker: idOf(prefix),
    mode: pick(statementModeNames.slice(0, 3)),
    addressees: some(() => idOf(prefix), 2),
    about: some(() => idOf(prefix), 3),
  });
  const flags = () => ({
    ...(draw(3) === 0 ? { optional: true } : {}),
    ...(draw(2) === 0 ? { core: draw(2) === 0 } : {}),
  });
  return {
    predicted: {
      entities: predicted,
      relations: some(relation('p'), 25),
      statements: some(statement('p'), 8),
    } as unknown as Prediction,
    gold: {
      entities: annotated,
      relations: some(relation('g'), 25).map((one) => ({ ...one, ...flags() })),
      statements: some(statement('g'), 8).map((one) => ({ ...one, ...(draw(4) === 0 ? { optional: true } : {}) })),
      ...(draw(2) === 0 ? { co_present: [some(() => idOf('g'), 4)] } : {}),
    },
  };
}

/** The names that score.py gives to the same figures. */
function inItsWords(report: ScoreReport): unknown {
  const prf = ({ precision, recall, f1, hit, found, annotated }: PrecisionRecall) => ({
    p: precision,
    r: recall,
    f1,
    tp: hit,
    pred: found,
    gold: annotated,
  });
  const byType = (scores: Readonly<Record<string, PrecisionRecall>>) =>
    Object.fromEntries(Object.entries(scores).map(([type, score]) => [type, prf(score)]));
  const { entities, relations, statements } = report;
  return {
    entities: {
      untyped: prf(entities.untyped),
      typed: prf(entities.typed),
      by_type: byType(entities.byType),
      over_split: entities.split,
      over_merge: entities.merged,
      neutral: entities.neutral,
    },
    relations: {
      strict: prf(relations.strict),
      relaxed: prf(relations.relaxed),
      core_recall_strict: relations.coreRecallStrict,
      core_recall_relaxed: relations.coreRecallRelaxed,
      core_gold: relations.core,
      unaligned: relations.unaligned,
      by_type: byType(relations.byType),
    },
    statements: {
      speaker_accuracy: statements.speakerAccuracy,
      speaker_accuracy_matched: statements.speakerAccuracyMatched,
      mode_accuracy_matched: statements.modeAccuracyMatched,
      matched: statements.matched,
      pred: statements.found,
      gold: statements.annotated,
      about_pairs: prf(statements.aboutPairs),
    },
  };
}

const person = (id: string, name: string) => ({ id, type: 'PERSON', name, aliases: [], mentions: [] });
const predict = (parts: Draft) => ({ entities: [], relations: [], statements: [], ...parts }) as unknown as Prediction;
const annotate = (parts: Draft): AnnotatedDocument =>
  annotatedDocument.parse({ entities: [], relations: [], statements: [], ...parts });

describe('normalizeName', () => {
  it.each([
    ['A. M. Puzanov', 'am puzanov'],
    ['A.M. Puzanov', 'am puzanov'],
    ['the U.S.', 'us'],
    ["Comrade Kim's", 'kim'],
    ['Mrs. Rhee', 'mrs rhee'],
    ['Kim Il-sŏng', 'kim il song'],
    ['The', 'the'],
  ])('takes %s for %s', (name, normalized) => {
    expect(normalizeName(name)).toBe(normalized);
  });
});

describe('scoreDocument', () => {
  it('gives full marks to the annotation itself', () => {
    const entities = [person('a', 'Anna Ilić'), person('b', 'Boris Petrov')];
    const relations = [{ type: 'MET_WITH', source: 'b', target: 'a', evidence: [] }];
    const statements = [{ speaker: 'a', mode: 'SAID', addressees: ['b'], about: ['b'] }];
    const score = scoreDocument(
      predict({ entities, relations, statements }),
      annotate({ entities, relations: [{ type: 'MET_WITH', source: 'a', target: 'b' }], statements }),
    );
    const report = scoreReport(score.counts);
    expect([report.entities.typed.f1, report.relations.strict.f1, report.statements.aboutPairs.f1]).toEqual([1, 1, 1]);
    expect([...score.entities, ...score.relations, ...score.statements]).toEqual([]);
  });

  it('lists what was missed, invented and mistaken', () => {
    const score = scoreDocument(
      predict({
        entities: [person('x', 'Anna'), { ...person('y', 'Boris'), type: 'PLACE' }, person('z', 'Nobody')],
        relations: [{ type: 'INFORMED', source: 'y', target: 'x', evidence: [] }],
      }),
      annotate({
        entities: [person('a', 'Anna'), person('b', 'Boris'), person('c', 'Clara')],
        relations: [{ type: 'INFORMED', source: 'a', target: 'b' }],
      }),
    );
    const listed = (findings: readonly Finding[]) => findings.map(({ what, text }) => ({ what, text }));
    expect(listed(score.entities)).toEqual([
      { what: 'missed', text: 'PERSON Clara' },
      { what: 'mistaken', text: 'PLACE Boris is PERSON' },
      { what: 'invented', text: 'PERSON Nobody' },
    ]);
    expect(listed(score.relations)).toEqual([
      { what: 'missed', text: 'a INFORMED b' },
      { what: 'invented', text: 'b INFORMED a' },
    ]);
    const { relations } = scoreReport(score.counts);
    expect([relations.strict.hit, relations.relaxed.hit]).toEqual([0, 1]);
  });

  it('neither asks for what is optional nor punishes it', () => {
    const optional = { ...person('o', 'Some Officials'), optional: true };
    const gold = annotate({ entities: [person('a', 'Anna'), optional] });
    const found = predict({
      entities: [person('x', 'Anna'), person('y', 'Some Officials')],
      relations: [{ type: 'MET_WITH', source: 'x', target: 'y', evidence: [] }],
    });
    const { entities, relations } = scoreReport(scoreDocument(found, gold).counts);
    expect([entities.typed.f1, entities.neutral, relations.strict.found]).toEqual([1, 1, 0]);
  });

  it('lets those who were present together meet or not', () => {
    const entities = [person('a', 'Anna'), person('b', 'Boris')];
    const gold = annotate({ entities, co_present: [['a', 'b']] });
    const relations = [{ type: 'MET_WITH', source: 'a', target: 'b', evidence: [] }];
    expect(scoreReport(scoreDocument(predict({ entities, relations }), gold).counts).relations.strict.found).toBe(0);
  });
});

const scorer = resolve('../shared/gold/score.py');
const scorerRequirement = {
  name: 'The reference scorer',
  value: existsSync(scorer) ? scorer : null,
  reason: 'there is no ../shared/gold/score.py',
  cure: 'Put the folder shared beside the repository.',
  mayBeMissing: true,
};

describeWith(scorerRequirement, 'the figures of the reference scorer', (script) => {
  const runScorer = (documents: ReadonlyMap<string, { predicted: unknown; gold: unknown }>) => {
    const folder = mkdtempSync(join(tmpdir(), 'diplograph-score-'));
    try {
      for (const side of ['predicted', 'gold'] as const) {
        mkdirSync(join(folder, side));
        for (const [name, one] of documents)
          writeFileSync(join(folder, side, `${name}.json`), JSON.stringify(one[side]));
      }
      const printed = execFileSync('python3', [script, join(folder, 'predicted'), join(folder, 'gold'), '--json'], {
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
      });
      return JSON.parse(printed) as { micro: unknown; docs: Record<string, unknown> };
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

  it('are those of this one on 400 documents drawn at random, one by one and together', () => {
    const documents = new Map(Array.from({ length: 400 }, (_, seed) => [`d${seed}`, drawCase(seed)]));
    const expected = runScorer(documents);
    const total = new Counts();
    for (const [name, { predicted, gold }] of documents) {
      const { counts } = scoreDocument(predicted, annotatedDocument.parse(gold));
      expect({ name, ...(inItsWords(scoreReport(counts)) as object) }).toEqual({
        name,
        ...(expected.docs[name] as object),
      });
      total.addAll(counts);
    }
    expect(inItsWords(scoreReport(total))).toEqual(expected.micro);
  });

  it('are those of this one when an annotation is scored against itself, mangled', () => {
    const gold = JSON.parse(readFileSync(join(script, '../puzanov-1957-07-08.json'), 'utf8')) as {
      entities: Draft[];
      relations: Draft[];
      statements: Draft[];
    };
    const keep = (_: unknown, index: number) => index % 3 !== 0;
    const evidence: readonly never[] = [];
    const predicted = {
      entities: gold.entities
        .filter(keep)
        .map((one, i) => ({ ...one, mentions: [], type: i % 5 === 0 ? 'EVENT' : one.type })),
      relations: gold.relations
        .filter(keep)
        .map((one, i) => ({ ...one, evidence, ...(i % 4 === 0 ? { source: one.target, target: one.source } : {}) })),
      statements: gold.statements.filter(keep),
    };
    const expected = runScorer(new Map([['puzanov', { predicted, gold }]]));
    const { counts } = scoreDocument(predicted as unknown as Prediction, annotatedDocument.parse(gold));
    expect(inItsWords(scoreReport(counts))).toEqual(expected.docs.puzanov);
  });
});
