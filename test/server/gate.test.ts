import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { BusyError } from '../../src/errors.js';
import { Gate } from '../../src/server/gate.js';

const stays = new AbortController().signal;
const limits = { atOnce: 2, waiting: 2, waitMs: 60_000 };

describe('a gate', () => {
  it('lets in as many as it may, then one for each that leaves, first come first', async () => {
    const gate = new Gate(limits);
    const [first, second] = await Promise.all([gate.enter(stays), gate.enter(stays)]);
    const entered: string[] = [];
    const third = gate.enter(stays).then((leave) => {
      entered.push('third');
      return leave;
    });
    const fourth = gate.enter(stays).then((leave) => {
      entered.push('fourth');
      return leave;
    });
    await turn();
    expect(entered).toEqual([]);
    first();
    first();
    await turn();
    expect(entered).toEqual(['third']);
    second();
    (await third)();
    (await fourth)();
    expect(entered).toEqual(['third', 'fourth']);
    await Promise.all([gate.enter(stays), gate.enter(stays)]);
  });

  it('sends away who finds the line full, and who waited too long', async () => {
    const gate = new Gate({ ...limits, atOnce: 1, waiting: 1, waitMs: 20 });
    const leave = await gate.enter(stays);
    const waiting = gate.enter(stays);
    await expect(gate.enter(stays)).rejects.toThrow(BusyError);
    await expect(waiting).rejects.toMatchObject({ code: 'BUSY', retryAfterSeconds: 2 });
    leave();
    await gate.enter(stays);
  });

  it('forgets who goes away while waiting', async () => {
    const gate = new Gate({ ...limits, atOnce: 1, waiting: 1 });
    const leave = await gate.enter(stays);
    const client = new AbortController();
    const waiting = gate.enter(client.signal);
    client.abort(new Error('gone'));
    await expect(waiting).rejects.toThrow('gone');
    await expect(gate.enter(client.signal)).rejects.toThrow('gone');
    const next = gate.enter(stays);
    leave();
    await next;
  });
});
