import { ApiError, type Client, createClient } from './client.js';
import { everyRecord } from './every-record.js';
import { type FragmentOf, graphql, readFragment } from './graphql.js';

const Passage = graphql(`
  fragment Passage on Evidence {
    date
    quote
    cite(format: CHICAGO)
  }
`);

const FindPerson = graphql(`
  query FindPerson($name: String!) {
    search(query: $name, kinds: [PERSON], first: 3) {
      score
      entity { id name }
    }
  }
`);

const Meetings = graphql(
  `
    query Meetings($id: ID!, $after: String, $since: PartialDate, $until: PartialDate) {
      entity(id: $id) {
        ... on Person {
          met(first: 5, after: $after, since: $since, until: $until, modality: [ASSERTED]) {
            edges {
              node { name description }
              relation { weight evidence(first: 3) { nodes { ...Passage } } }
            }
            pageInfo { hasNextPage endCursor }
          }
        }
      }
    }
  `,
  [Passage],
);

async function find(client: Client, name: string): Promise<{ readonly id: string; readonly name: string }> {
  const { search } = await client.ask(FindPerson, { name });
  const [best] = search;
  if (best === undefined) throw new ApiError(`The archive knows nobody like "${name}".`, 'NOBODY');
  return best.entity;
}

function printed(passage: FragmentOf<typeof Passage>): string {
  const { date, quote, cite } = readFragment(Passage, passage);
  return `  ${date ?? 'undated'}: “${quote.replaceAll(/\s+/g, ' ')}”\n    ${cite}`;
}

/** Whom somebody met between two dates, with the words that say so and where they stand. */
async function whomMet(client: Client, name: string, since: string | null, until: string | null): Promise<void> {
  const person = await find(client, name);
  console.log(`${person.name} (${person.id}) met`);
  const meetings = everyRecord(async (after) => {
    const { entity } = await client.ask(Meetings, { id: person.id, after, since, until });
    // The type of the answer says that an entity may be something else, and may be gone since it was found.
    if (entity === null || !('met' in entity)) throw new ApiError('It went away meanwhile.', 'UNKNOWN_ENTITY');
    return { items: entity.met.edges, pageInfo: entity.met.pageInfo };
  });
  for await (const { node, relation } of meetings) {
    console.log(`- ${node.name}${node.description === null ? '' : `, ${node.description}`}`);
    for (const passage of relation.evidence.nodes) console.log(printed(passage));
    const more = relation.weight - relation.evidence.nodes.length;
    if (more > 0) console.log(`  and ${more} more`);
  }
}

const [name, since, until] = process.argv.slice(2);
if (name === undefined) {
  console.error('Say who: tsx whom-met.ts "Kim Ir Sen" [SINCE [UNTIL]]');
  process.exitCode = 2;
} else {
  const client = createClient(process.env.DIPLOGRAPH_URL ?? 'http://127.0.0.1:4000');
  try {
    await whomMet(client, name, since ?? null, until ?? null);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    // A program decides by the code: who isn't there is another matter than a store that is away.
    console.error(`${error.code}: ${error.message}${error.cure === undefined ? '' : ` ${error.cure}`}`);
    process.exitCode = error.code === 'NOBODY' || error.code === 'UNKNOWN_ENTITY' ? 1 : 70;
  }
}
