import type { GraphBatch } from '../../src/model/records.js';
import { graphBatch, type RelationSpec } from './graph-batch-fixture.js';
import { randomNumbers } from './random-numbers.js';

const persons = ['puzanov', 'nam-il', 'kim-il-sung', 'qiao-xiaoguang', 'pak-chong-ae'].map((name) => `person:${name}`);
const dates = ['1957-07-12', '1957-07-13', '1957-07', '1957', null] as const;

/** Documents that tell talks of one week among the same few, by events, by meetings, or both. */
export function randomJournals(seed: number, count: number): readonly GraphBatch[] {
  const random = randomNumbers(seed);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  return Array.from({ length: count }, (_, number) => {
    const talks = Array.from({ length: 4 }, (_talk, i) => ({
      id: random() < 0.2 ? 'event:july-reception' : `event:talk-${i}-in-journal-${number}`,
      date: pick(dates),
      present: persons.filter(() => random() < 0.5),
    }));
    const attended = talks.flatMap(({ id, date, present }): readonly RelationSpec[] =>
      present.map((source) => ({ type: 'PARTICIPATED_IN', source, target: id, evidence: [date] })),
    );
    const meetings = Array.from({ length: 4 }, (): RelationSpec => {
      const [source = '', target = ''] = [...persons]
        .sort(() => random() - 0.5)
        .slice(0, 2)
        .sort();
      return { type: 'MET_WITH', source, target, evidence: [pick(dates), pick(dates)] };
    });
    const once = new Map([...attended, ...meetings].map((one) => [`${one.type} ${one.source} ${one.target}`, one]));
    return graphBatch({
      key: `journal-${number}`,
      date: pick(dates),
      entities: [
        ...new Map(
          talks.map(({ id, date }) => [id, { id, ...(date === null || random() < 0.3 ? {} : { date }) }]),
        ).values(),
      ],
      relations: [...once.values()],
      statements: Array.from({ length: 8 }, () => ({
        ...{ speaker: pick(persons), addressees: random() < 0.5 ? [pick(persons)] : [], date: pick(dates) },
        reportedBy: random() < 0.3 ? [pick(persons)] : [],
      })),
    });
  });
}
