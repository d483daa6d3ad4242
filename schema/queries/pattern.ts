import { maxPatternSteps } from '../../src/model/pattern.js';
import type { QueryFields } from '../builder.js';
import { connection } from '../connection.js';
import { PatternChainConnection } from '../connection-types.js';
import { relationArgs, traversalFilter } from '../filter-args.js';
import { checkedPattern, PatternPlaceInput, PatternStepInput } from '../pattern-inputs.js';
import { pagedWalkCost } from '../query-cost.js';
import { PatternChainRef } from '../references.js';

export const pattern = (t: QueryFields) => {
  const { types: _, kinds: __, ...args } = relationArgs(t.arg, '');
  return t.connection(
    {
      type: PatternChainRef,
      description: `Who stands in a chain of typed steps, in the order of the entities' identifiers. A chain meets nobody twice, but whom it is asked to meet.

Who asked somebody who represents the Soviet Union and supported the June plenum, with the words:
\`pattern(steps: [{ types: [ASKED] }, { types: [REPRESENTS], to: { entities: ["place:soviet-union"] } }, { types: [SUPPORTED], from: 1, to: { entities: ["event:cpsu-cc-plenum-1957-06"] } }], first: 10) { nodes { entities { name } hops { relations { label evidence(first: 1) { nodes { quote } } } } } pageInfo { hasNextPage endCursor } }\`

What the ontology leaves no room for is refused before it runs. Name rare entities: a pattern that would have to look at more than 50,000 relations is refused, with the step that is too much.`,
      args: {
        start: t.arg({
          type: PatternPlaceInput,
          description: 'Who may stand where the pattern begins; anybody where left out.',
        }),
        steps: t.arg({
          type: [PatternStepInput],
          required: true,
          description: `The steps, 1 to ${maxPatternSteps}.`,
        }),
        ...args,
      },
      complexity: pagedWalkCost,
      resolve: (_root, asked, { store, loaders }) => {
        const { places, steps } = checkedPattern(asked.start, asked.steps);
        const question = { places, steps, filter: traversalFilter(asked) };
        return connection('pattern', asked, async (request) => {
          const page = await store.pattern(question, request);
          loaders.seeEntities(page.items.flatMap(({ record }) => record.entities));
          return {
            ...page,
            items: page.items.map(({ record, cursor }) => ({ record: { chain: record, steps }, cursor })),
          };
        });
      },
    },
    PatternChainConnection,
  );
};
