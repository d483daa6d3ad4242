import { specifiedDirectives } from 'graphql';
import './types/entity.js';
import './types/person.js';
import './types/organization.js';
import './types/place.js';
import './types/event.js';
import './types/publication.js';
import './types/agreement.js';
import './types/group.js';
import './types/relation.js';
import './types/statement.js';
import './types/statement-group.js';
import './types/evidence.js';
import './types/mention.js';
import './types/document.js';
import './types/timeline-entry.js';
import './types/identity.js';
import './types/match.js';
import './types/access-token.js';
import './types/ledger-entry.js';
import './types/ingest-job.js';
import './types/shared-neighbour.js';
import './types/co-presence.js';
import './types/pattern-chain.js';
import './types/shared-talk.js';
import { builder } from './builder.js';
import { deferDirective } from './defer-directive.js';
import { withFieldExamples } from './field-examples.js';
import { cancelIngest } from './mutations/cancel-ingest.js';
import { createToken } from './mutations/create-token.js';
import { decideMatch } from './mutations/decide-match.js';
import { deleteDocument } from './mutations/delete-document.js';
import { ingestDocument } from './mutations/ingest-document.js';
import { mergeEntities } from './mutations/merge-entities.js';
import { renameEntity } from './mutations/rename-entity.js';
import { retractRelation } from './mutations/retract-relation.js';
import { revokeToken } from './mutations/revoke-token.js';
import { splitEntity } from './mutations/split-entity.js';
import { undo } from './mutations/undo.js';
import { coPresence } from './queries/co-presence.js';
import { connectionsBetween } from './queries/connections-between.js';
import { document } from './queries/document.js';
import { documents } from './queries/documents.js';
import { entities } from './queries/entities.js';
import { entity } from './queries/entity.js';
import { job } from './queries/job.js';
import { jobs } from './queries/jobs.js';
import { ledger } from './queries/ledger.js';
import { ledgerVersion } from './queries/ledger-version.js';
import { matches } from './queries/matches.js';
import { neighbourhood } from './queries/neighbourhood.js';
import { network } from './queries/network.js';
import { node } from './queries/node.js';
import { nodes } from './queries/nodes.js';
import { path } from './queries/path.js';
import { paths } from './queries/paths.js';
import { pattern } from './queries/pattern.js';
import { relations } from './queries/relations.js';
import { search } from './queries/search.js';
import { searchDocuments } from './queries/search-documents.js';
import { searchPassages } from './queries/search-passages.js';
import { commonNeighbours } from './queries/shared-neighbours.js';
import { sharedTalks } from './queries/shared-talks.js';
import { statementGroups } from './queries/statement-groups.js';
import { statements } from './queries/statements.js';
import { stats } from './queries/stats.js';
import { suggest } from './queries/suggest.js';
import { timeline } from './queries/timeline.js';
import { tokens } from './queries/tokens.js';
import { ingestProgress } from './subscriptions/ingest-progress.js';

/** Every question that can be asked. A new one is a file of `queries/` and a line here. */
builder.queryType({
  description: 'Questions to the graph.',
  fields: (t) => ({
    node: node(t),
    nodes: nodes(t),
    entity: entity(t),
    entities: entities(t),
    search: search(t),
    suggest: suggest(t),
    searchPassages: searchPassages(t),
    searchDocuments: searchDocuments(t),
    relations: relations(t),
    statements: statements(t),
    statementGroups: statementGroups(t),
    sharedTalks: sharedTalks(t),
    document: document(t),
    documents: documents(t),
    neighbourhood: neighbourhood(t),
    path: path(t),
    paths: paths(t),
    connectionsBetween: connectionsBetween(t),
    commonNeighbours: commonNeighbours(t),
    coPresence: coPresence(t),
    pattern: pattern(t),
    timeline: timeline(t),
    network: network(t),
    stats: stats(t),
    matches: matches(t),
    job: job(t),
    jobs: jobs(t),
    tokens: tokens(t),
    ledger: ledger(t),
    ledgerVersion: ledgerVersion(t),
  }),
});

/**
 * Every change that can be made. A new one is a file of `mutations/` and a line here. None is open to readers,
 * whatever it says itself; what it needs goes into its description with `needing`.
 */
builder.mutationType({
  description:
    'Changes. Each needs a token of the role that it names; those to the graph are entries of the ledger, and can be undone.',
  authScopes: { role: 'EDITOR' },
  fields: (t) => ({
    ingestDocument: ingestDocument(t),
    cancelIngest: cancelIngest(t),
    createToken: createToken(t),
    revokeToken: revokeToken(t),
    decideMatch: decideMatch(t),
    mergeEntities: mergeEntities(t),
    splitEntity: splitEntity(t),
    renameEntity: renameEntity(t),
    retractRelation: retractRelation(t),
    deleteDocument: deleteDocument(t),
    undo: undo(t),
  }),
});

/** What tells of changes while they happen, as server-sent events. A new one is a file of `subscriptions/` and a line here. */
builder.subscriptionType({
  description: 'What happens, as it happens: as server-sent events (accept: text/event-stream).',
  authScopes: { role: 'EDITOR' },
  fields: (t) => ({
    ingestProgress: ingestProgress(t),
  }),
});

export const schema = withFieldExamples(builder.toSchema({ directives: [...specifiedDirectives, deferDirective] }));
