import type { GraphStore } from '../../src/store/graph-store.js';
import { graphBatch } from '../store/graph-batch-fixture.js';
import { change } from './ask.js';
import { embassyJournal } from './embassy-journal.js';

const met = (key: string) =>
  graphBatch({
    key,
    date: '1957-07-09',
    entities: [
      { id: 'person:pak-chang-ok' },
      { id: 'person:pak-chang-uk' },
      { id: 'person:kim-du-bong' },
      { id: 'person:kim-tu-bong' },
    ],
    relations: [
      { type: 'MET_WITH', source: 'person:a-m-ivanov', target: 'person:kim-il-sung', evidence: ['1957-07-08'] },
      { type: 'MET_WITH', source: 'person:a-m-ivanov', target: 'person:nam-il', evidence: ['1957-07-08'] },
      { type: 'MET_WITH', source: 'person:kim-du-bong', target: 'person:kim-il-sung' },
      { type: 'MET_WITH', source: 'person:kim-du-bong', target: 'person:nam-il' },
    ],
  });

/** The embassy's journal and two more accounts of its day; two persons may change it, and two changes were made. */
export async function fillQueriedArchive(store: GraphStore): Promise<void> {
  for (const batch of [...embassyJournal, met('one-account'), met('other-account')]) await store.putDocument(batch);
  for (const name of ['Ann', 'Ben'])
    await change(store, `mutation { createToken(name: "${name}", role: EDITOR) { token { id } } }`);
  for (const name of ['The Plenum of June', 'Plenum of June 1957']) {
    await change(store, `mutation { renameEntity(entity: "event:june-plenum", name: "${name}") { id } }`);
  }
}
