import type { StatementMode } from '../../src/model/ontology.js';
import { ask } from './ask.js';
import { type Connection, type Page, toPage } from './connection.js';
import type { EntityHead } from './entity-head.js';
import type { Passage } from './passage.js';

/** That somebody said something. */
export interface Saying {
  readonly id: string;
  readonly mode: StatementMode;
  readonly date: string | null;
  readonly speaker: EntityHead;
  readonly addressees: readonly EntityHead[];
  readonly about: readonly EntityHead[];
  readonly reportedBy: readonly EntityHead[];
}

export interface Statement extends Passage, Saying {}

export const statementFields = `
  id mode date quote start end cite
  document { id title date }
  speaker { id name kind }
  addressees { id name kind }
  about { id name kind }
  reportedBy { id name kind }`;

export const entityStatementsQuery = `
  query EntityStatements($id: ID!, $after: String) {
    entity(id: $id) {
      statements(first: 20, after: $after) {
        nodes { ${statementFields} }
        pageInfo { hasNextPage endCursor }
      }
    }
  }`;

/** What the entity said, was told, or is spoken of in. */
export async function loadStatements(id: string, after: string | null, signal: AbortSignal): Promise<Page<Statement>> {
  type Data = { readonly entity: { readonly statements: Connection<Statement> } | null };
  const { entity } = await ask<Data>(entityStatementsQuery, { id, after }, signal);
  return entity === null ? { items: [], next: null } : toPage(entity.statements);
}
