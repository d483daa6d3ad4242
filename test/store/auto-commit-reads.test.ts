import { expect, it } from '@jest/globals';
import { Neo4jError, Record as Neo4jRecord, type Session } from 'neo4j-driver';
import { AutoCommitReads } from '../../src/store/neo4j/auto-commit-reads.js';

const unavailable = () => failure('Neo.TransientError.General.DatabaseUnavailable');

function failure(code: string): Neo4jError {
  return new Neo4jError('made up', code, '', '');
}

/** Sessions of which each statement takes the next of these outcomes, the last again and again. */
function sessions(...outcomes: readonly (number | Error)[]) {
  const told = { opened: 0, closed: 0 };
  const open = (): Session => {
    const outcome = outcomes[Math.min(told.opened, outcomes.length - 1)];
    told.opened += 1;
    const run = () =>
      outcome instanceof Error
        ? Promise.reject(outcome)
        : Promise.resolve({ records: [new Neo4jRecord(['value'], [outcome])] });
    const close = () => {
      told.closed += 1;
      return Promise.resolve();
    };
    return { run, close } as unknown as Session;
  };
  return { told, open };
}

it('gives each statement a session of its own, also those that are asked together', async () => {
  const { told, open } = sessions(1, 2);
  const reads = new AutoCommitReads(open, 0);
  expect(await Promise.all([reads.run('RETURN 1'), reads.run('RETURN 2')])).toEqual([[{ value: 1 }], [{ value: 2 }]]);
  expect(told).toEqual({ opened: 2, closed: 2 });
});

it('tries again what the driver would', async () => {
  for (const error of [unavailable(), failure('SessionExpired')]) {
    const { told, open } = sessions(error, 7);
    expect(await new AutoCommitReads(open, 5_000).run('RETURN 7')).toEqual([{ value: 7 }]);
    expect(told).toEqual({ opened: 2, closed: 2 });
  }
});

it('and nothing else', async () => {
  const { told, open } = sessions(failure('Neo.ClientError.Statement.SyntaxError'), 7);
  await expect(new AutoCommitReads(open, 5_000).run('RETRUN 7')).rejects.toMatchObject({
    code: 'Neo.ClientError.Statement.SyntaxError',
  });
  expect(told).toEqual({ opened: 1, closed: 1 });
});

it('gives up when it has tried for long enough', async () => {
  const { told, open } = sessions(unavailable());
  await expect(new AutoCommitReads(open, 500).run('RETURN 7')).rejects.toBeInstanceOf(Neo4jError);
  expect(told).toEqual({ opened: 2, closed: 2 });
});

it('tries nothing again for whom nobody waits', async () => {
  const { told, open } = sessions(unavailable(), 7);
  const reads = new AutoCommitReads(open, 5_000);
  const asked = reads.run('RETURN 7');
  await reads.close();
  await expect(asked).rejects.toThrow();
  expect(told.opened).toBe(1);
});
