import { openStore } from '../../src/store/open-store.js';
import { describeGraphStore } from './graph-store.contract.js';

describeGraphStore('SQLite', async () => {
  const store = await openStore('sqlite::memory:');
  return { store, dispose: () => store.close() };
});
