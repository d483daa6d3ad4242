import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { documentQuery } from '../../explorer/api/load-document.js';
import { entityQuery } from '../../explorer/api/load-entity.js';
import { evidenceQuery, relationQuery } from '../../explorer/api/load-evidence.js';
import { mostMentionedQuery } from '../../explorer/api/load-most-mentioned.js';
import { neighbourhoodQuery, overviewQuery } from '../../explorer/api/load-network.js';
import { entityRelationsQuery } from '../../explorer/api/load-relations.js';
import { entityStatementsQuery } from '../../explorer/api/load-statements.js';
import { statsQuery } from '../../explorer/api/load-stats.js';
import { searchEntitiesQuery } from '../../explorer/api/search-entities.js';

const schema = buildSchema(readFileSync(new URL('../../schema/schema.graphql', import.meta.url), 'utf8'));

const queries = {
  documentQuery,
  entityQuery,
  entityRelationsQuery,
  entityStatementsQuery,
  evidenceQuery,
  mostMentionedQuery,
  neighbourhoodQuery,
  overviewQuery,
  relationQuery,
  searchEntitiesQuery,
  statsQuery,
};

describe('the queries of the explorer', () => {
  it.each(Object.entries(queries))('%s fits the public schema', (_name, query) => {
    expect(validate(schema, parse(query))).toEqual([]);
  });
});
