import { setTimeout as pause } from 'node:timers/promises';
import { issueToken, revokeToken } from '../../src/access/issue-token.js';
import { openStore } from '../../src/store/open-store.js';
import { graphBatch } from './graph-batch-fixture.js';

/**
 * A second writer, in a process of its own: adds and takes away documents that share entities with those that stay, until it is told
 * to end. Its comings and goings sort before, between and behind what stays. It signs the ledger and gives tokens, too.
 */
const [url = '', user = '', password = ''] = process.argv.slice(2);
const store = await openStore(url, { user, password });

const passing = (turn: number) =>
  graphBatch({
    key: `stays-${turn % 9}-passing`,
    date: `1957-07-${String(1 + (turn % 28)).padStart(2, '0')}`,
    entities: [
      { id: `person:p${turn % 10}-passing` },
      { id: 'person:a-passing' },
      { id: 'person:z-passing' },
      { id: 'person:james-bellamy-passing', name: 'James Bellamy' },
    ],
    relations: [
      { type: 'INFORMED', source: 'person:p0', target: `person:p${turn % 10}-passing` },
      { type: 'INFORMED', source: `person:p${turn % 10}`, target: 'person:hub', evidence: ['1957'] },
    ],
    statements: [{ speaker: `person:p${turn % 10}`, about: ['person:hub', 'person:a-passing'] }],
  });

const signature = () => ({ by: 'writer', at: new Date().toISOString(), note: null, expectedVersion: null });

process.stdout.write('ready\n');
const ending = new AbortController();
process.stdin.on('end', () => ending.abort()).resume();
for (let turn = 0; !ending.signal.aborted; turn += 1) {
  const batch = passing(turn);
  await store.putDocument(batch);
  if (turn % 3 === 0) {
    await store.edit({ action: 'RENAME', entity: 'person:z-passing', name: `Passing ${turn}` }, signature());
    const token = { name: `Passing ${turn}`, role: 'READER', expiresAt: null, by: 'writer' } as const;
    const { record } = await issueToken(store.tokens, token);
    await revokeToken(store.tokens, record.id, 'writer');
  }
  if (turn % 3 !== 0) await store.deleteDocument(batch.document.id);
  if (turn % 3 === 2) await store.deleteDocument(passing(turn - 2).document.id);
  process.stdout.write('turn\n');
  // SQLite's promises are settled already: without it the end of the input would never be seen.
  await pause(1);
}
await store.close();
process.exit(0);
