import { ask } from './ask.js';
import { type Connection, type Page, toPage } from './connection.js';
import { type Statement, statementFields } from './load-statements.js';
import type { TimelineScope } from './load-timeline.js';

export interface MonthCount {
  /** A year where no more is known; `null` for statements without a date. */
  readonly month: string | null;
  readonly count: number;
}

type Groups = Connection<MonthCount>;

const groups = '{ nodes { month count } pageInfo { hasNextPage endCursor } }';

export const statementMonthsQuery = `
  query StatementMonths($from: PartialDate, $to: PartialDate, $after: String) {
    statementGroups(by: MONTH, from: $from, to: $to, first: 100, after: $after) ${groups}
  }`;

/** How many statements each month has. */
export async function loadStatementMonths(
  { from, to }: TimelineScope,
  after: string | null,
  signal: AbortSignal,
): Promise<Page<MonthCount>> {
  const { statementGroups } = await ask<{ statementGroups: Groups }>(statementMonthsQuery, { from, to, after }, signal);
  return toPage(statementGroups);
}

export const statementDatesQuery = `
  query StatementDates($entity: ID, $from: PartialDate, $to: PartialDate, $after: String) {
    timeline(entity: $entity, from: $from, to: $to, entries: [STATEMENT], first: 100, after: $after) {
      nodes { date }
      pageInfo { hasNextPage endCursor }
    }
  }`;

/** The date of each dated statement. */
export async function loadStatementDates(
  scope: TimelineScope,
  after: string | null,
  signal: AbortSignal,
): Promise<Page<{ readonly date: string }>> {
  type Data = { readonly timeline: Connection<{ readonly date: string }> };
  const { timeline } = await ask<Data>(statementDatesQuery, { ...scope, after }, signal);
  return toPage(timeline);
}

export const datedStatementsQuery = `
  query DatedStatements($entity: ID, $from: PartialDate, $to: PartialDate, $after: String) {
    timeline(entity: $entity, from: $from, to: $to, entries: [STATEMENT], first: 50, after: $after) {
      nodes { node { ... on Statement { ${statementFields} } } }
      pageInfo { hasNextPage endCursor }
    }
  }`;

/** The statements of one day, month or year: those dated more vaguely are left out. */
export async function loadDatedStatements(
  entity: string | null,
  date: string,
  after: string | null,
  signal: AbortSignal,
): Promise<Page<Statement>> {
  type Data = { readonly timeline: Connection<{ readonly node: Statement }> };
  const { timeline } = await ask<Data>(datedStatementsQuery, { entity, from: date, to: date, after }, signal);
  const { items, next } = toPage(timeline);
  const isOfDate = ({ date: own }: Statement) => own === date || own?.startsWith(`${date}-`) === true;
  return { items: items.map(({ node }) => node).filter(isOfDate), next };
}
