import { ask } from './ask.js';
import { type Connection, type Page, toPage } from './connection.js';

/** What is shown of a timeline: all of the store, or of one entity, between two partial dates. */
export interface TimelineScope {
  readonly entity: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

export type TimelineNode =
  | {
      readonly __typename: 'Event';
      readonly id: string;
      readonly name: string;
      readonly date: string | null;
      readonly endDate: string | null;
      readonly duration: string | null;
    }
  | { readonly __typename: 'Document'; readonly id: string; readonly title: string };

export interface TimelineItem {
  readonly date: string;
  readonly node: TimelineNode;
}

export const timelineQuery = `
  query Timeline($entity: ID, $from: PartialDate, $to: PartialDate, $entries: [TimelineEntryType!], $after: String) {
    timeline(entity: $entity, from: $from, to: $to, entries: $entries, first: 100, after: $after) {
      nodes {
        date
        node {
          __typename
          ... on Event { id name date endDate duration }
          ... on Document { id title }
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }`;

/** Dated events or documents, in the order of their dates. */
export async function loadTimeline(
  scope: TimelineScope,
  entry: 'EVENT' | 'DOCUMENT',
  after: string | null,
  signal: AbortSignal,
): Promise<Page<TimelineItem>> {
  const variables = { ...scope, entries: [entry], after };
  const { timeline } = await ask<{ timeline: Connection<TimelineItem> }>(timelineQuery, variables, signal);
  return toPage(timeline);
}
