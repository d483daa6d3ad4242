import { checkedSize } from '../connection.js';
import { limits } from '../limits.js';
import { PartialDateScalar } from '../partial-date-scalar.js';
import { recordCost } from '../query-cost.js';
import { CoPresenceRef, EntityRef, NodeRef } from '../references.js';

CoPresenceRef.implement({
  description: 'Two entities that were together, and what shows it.',
  fields: (t) => {
    const first = t.arg.int({
      required: true,
      defaultValue: limits.defaultThinned,
      description: `Most to give: 1 to ${limits.maxPageSize}.`,
    });
    return {
      left: t.expose('left', {
        type: EntityRef,
        description: 'The one asked for; of several, the one whose identifier comes first.',
        complexity: recordCost,
      }),
      right: t.expose('right', { type: EntityRef, description: 'The other.', complexity: recordCost }),
      occasions: t.exposeInt('occasions', {
        description:
          'How often: shared events, and dates of meetings that none of these events covers. Passages without a date count once, where nothing else shows an occasion.',
      }),
      firstDate: t.expose('firstDate', {
        type: PartialDateScalar,
        nullable: true,
        description: 'Date of the first, where any is dated.',
      }),
      lastDate: t.expose('lastDate', {
        type: PartialDateScalar,
        nullable: true,
        description: 'Date of the last, where any is dated.',
      }),
      eventCount: t.int({
        description: 'How many events both took part in.',
        resolve: ({ events }) => events.length,
      }),
      events: t.field({
        type: [NodeRef],
        description: 'The events that both took part in, in the order of their identifiers.',
        args: { first },
        resolve: ({ events }, args, { loaders }) =>
          events.slice(0, checkedSize('first', args.first, limits.maxPageSize)).map((id) => loaders.named(id)),
      }),
      meetings: t.field({
        type: [NodeRef],
        description: 'The relations that say that they met, with their passages; one for each way of telling.',
        args: { first },
        resolve: ({ meetings }, args, { loaders }) =>
          meetings.slice(0, checkedSize('first', args.first, limits.maxPageSize)).map((id) => loaders.named(id)),
      }),
    };
  },
});
