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
import './types/decision.js';
import './types/access-token.js';
import './types/shared-neighbour.js';
import './types/co-presence.js';
import './types/pattern-chain.js';
import './types/shared-talk.js';
import { builder } from './builder.js';
import { createToken } from './mutations/create-token.js';
import { decideMatch } from './mutations/decide-match.js';
import { revokeToken } from './mutations/revoke-token.js';
import { undoDecision } from './mutations/undo-decision.js';
import { coPresence } from './queries/co-presence.js';
import { connectionsBetween } from './queries/connections-between.js';
import { decisions } from './queries/decisions.js';
import { document } from './queries/document.js';
import { documents } from './queries/documents.js';
import { entities } from './queries/entities.js';
import { entity } from './queries/entity.js';
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
import { commonNeighbours } from './queries/shared-neighbours.js';
import { sharedTalks } from './queries/shared-talks.js';
import { statementGroups } from './queries/statement-groups.js';
import { statements } from './queries/statements.js';
import { stats } from './queries/stats.js';
import { suggest } from './queries/suggest.js';
import { timeline } from './queries/timeline.js';
import { tokens } from './queries/tokens.js';

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
    decisions: decisions(t),
    tokens: tokens(t),
  }),
});

/**
 * Every change that can be made. A new one is a file of `mutations/` and a line here. None is open to readers,
 * whatever it says itself; what it needs goes into its description with `needing`.
 */
builder.mutationType({
  description: 'Changes. Each needs a token of the role that it names.',
  authScopes: { role: 'EDITOR' },
  fields: (t) => ({
    decideMatch: decideMatch(t),
    undoDecision: undoDecision(t),
    createToken: createToken(t),
    revokeToken: revokeToken(t),
  }),
});

export const schema = builder.toSchema();
