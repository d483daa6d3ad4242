import type { QueryFields } from '../builder.js';
import { connection } from '../connection.js';
import { StatementGroupConnection } from '../connection-types.js';
import { StatementGroupingEnum } from '../enums.js';
import { kindsArg, statementPartyArgs, statementPartyFilter } from '../filter-args.js';
import { pagedWalkCost } from '../query-cost.js';
import { StatementGroupRef } from '../references.js';

export const statementGroups = (t: QueryFields) =>
  t.connection(
    {
      type: StatementGroupRef,
      description: `Statements counted by speaker, addressee or subject, most first, or by month, in their order. One about three entities is counted with each. While documents come, a page may repeat or miss an entity whose count they change, and no other.

Month by month, how often the June plenum was spoken of, and by whom first:
\`statementGroups(by: MONTH, subject: "event:cpsu-cc-plenum-1957-06", from: "1957") { nodes { month count statements(first: 3) { nodes { speaker { name } quote } } } pageInfo { hasNextPage endCursor } }\``,
      args: {
        by: t.arg({ type: StatementGroupingEnum, required: true, description: 'What statements of a group share.' }),
        kinds: kindsArg(t.arg, 'Only groups of entities of these kinds.'),
        ...statementPartyArgs(t.arg),
      },
      complexity: pagedWalkCost,
      resolve: (_root, args, { store }) => {
        const { by, kinds } = args;
        const filter = { ...statementPartyFilter(args), kinds: kinds ?? undefined };
        return connection(by === 'MONTH' ? 'statementMonth' : 'statementGroup', args, async (request) => {
          const page = await store.statementGroups(by, filter, request);
          return {
            ...page,
            items: page.items.map(({ record, cursor }) => ({ record: { by, group: record, filter }, cursor })),
          };
        });
      },
    },
    StatementGroupConnection,
  );
