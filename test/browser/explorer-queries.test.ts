import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { cancelIngestMutation } from '../../explorer/api/cancel-ingest.js';
import { editMutations } from '../../explorer/api/edit-graph.js';
import { ingestProgressSubscription } from '../../explorer/api/follow-ingest.js';
import { citationQuery } from '../../explorer/api/load-citation.js';
import { documentQuery } from '../../explorer/api/load-document.js';
import { firstSeenQuery, onlyHereQuery } from '../../explorer/api/load-document-additions.js';
import { documentClaimsQuery } from '../../explorer/api/load-document-claims.js';
import { documentMentionsQuery } from '../../explorer/api/load-document-mentions.js';
import { documentTitlesQuery } from '../../explorer/api/load-document-titles.js';
import { documentsQuery } from '../../explorer/api/load-documents.js';
import { entityQuery } from '../../explorer/api/load-entity.js';
import { evidenceQuery, relationQuery } from '../../explorer/api/load-evidence.js';
import { passageFacetsQuery, suggestedKindsQuery } from '../../explorer/api/load-facets.js';
import { identityQuery } from '../../explorer/api/load-identity.js';
import { ledgerQuery } from '../../explorer/api/load-ledger.js';
import { ledgerVersionQuery } from '../../explorer/api/load-ledger-version.js';
import { openMatchesQuery } from '../../explorer/api/load-matches.js';
import { mentionsQuery } from '../../explorer/api/load-mentions.js';
import { mostMentionedQuery } from '../../explorer/api/load-most-mentioned.js';
import { neighbourhoodQuery, overviewQuery } from '../../explorer/api/load-network.js';
import { pathsQuery } from '../../explorer/api/load-paths.js';
import { placesQuery, tiedPlacesQuery } from '../../explorer/api/load-places.js';
import { entityRelationsQuery } from '../../explorer/api/load-relations.js';
import {
  datedStatementsQuery,
  statementDatesQuery,
  statementMonthsQuery,
} from '../../explorer/api/load-statement-dates.js';
import { entityStatementsQuery } from '../../explorer/api/load-statements.js';
import { statsQuery } from '../../explorer/api/load-stats.js';
import { suggestQuery } from '../../explorer/api/load-suggestions.js';
import { timelineQuery } from '../../explorer/api/load-timeline.js';
import { searchPassagesQuery } from '../../explorer/api/search-passages.js';
import { undoMutation } from '../../explorer/api/undo-edit.js';

const schema = buildSchema(readFileSync(new URL('../../schema/schema.graphql', import.meta.url), 'utf8'));

const queries = {
  ...editMutations,
  cancelIngestMutation,
  documentTitlesQuery,
  ingestProgressSubscription,
  ledgerQuery,
  ledgerVersionQuery,
  citationQuery,
  datedStatementsQuery,
  documentClaimsQuery,
  documentMentionsQuery,
  documentsQuery,
  firstSeenQuery,
  identityQuery,
  mentionsQuery,
  onlyHereQuery,
  openMatchesQuery,
  placesQuery,
  statementDatesQuery,
  statementMonthsQuery,
  tiedPlacesQuery,
  timelineQuery,
  undoMutation,
  documentQuery,
  entityQuery,
  entityRelationsQuery,
  entityStatementsQuery,
  evidenceQuery,
  mostMentionedQuery,
  neighbourhoodQuery,
  overviewQuery,
  pathsQuery,
  relationQuery,
  passageFacetsQuery,
  searchPassagesQuery,
  suggestedKindsQuery,
  suggestQuery,
  statsQuery,
};

describe('the queries of the explorer', () => {
  it.each(Object.entries(queries))('%s fits the public schema', (_name, query) => {
    expect(validate(schema, parse(query))).toEqual([]);
  });
});
