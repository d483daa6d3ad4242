import { TimelineEntryTypeEnum } from '../enums.js';
import { PartialDateScalar } from '../partial-date-scalar.js';
import { reads } from '../reads.js';
import { NodeRef, TimelineEntryRef } from '../references.js';

TimelineEntryRef.implement({
  description: 'Something that has a date.',
  fields: (t) => ({
    date: t.expose('date', { type: PartialDateScalar, description: 'Its date, or its first day.' }),
    type: t.expose('type', { type: TimelineEntryTypeEnum, description: 'What it is.' }),
    node: t.field({
      type: NodeRef,
      description: 'The event, statement or document.',
      extensions: reads({}),
      resolve: ({ id }, _args, { loaders }, info) => loaders.named(id, info),
    }),
  }),
});
