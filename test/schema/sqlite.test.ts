import { describe } from '@jest/globals';
import { openStore } from '../../src/store/open-store.js';
import { schemaSuite } from './schema.suite.js';

describe('the schema on SQLite', () => schemaSuite(() => openStore('sqlite::memory:')));
