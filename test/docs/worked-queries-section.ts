import { readFileSync } from 'node:fs';
import { graphql } from 'graphql';
import { createContext } from '../../schema/context.js';
import { schema } from '../../schema/schema.js';
import { workedQueries } from '../../schema/worked-queries.js';
import { openStore } from '../../src/store/open-store.js';
import { ingestSamples } from '../ingest-samples.js';
import { shortenedJson } from './shortened-json.js';

export const readmeFile = new URL('../../README.md', import.meta.url);

/** What lies between these two lines of the README is written by `npm run readme:queries`. */
const [begin, end] = ['<!-- worked queries: npm run readme:queries -->\n', '<!-- end of the worked queries -->'];

/** The worked queries, each with the answer that a store with nothing but the samples gives. */
async function workedQueriesSection(): Promise<string> {
  const store = await openStore('sqlite::memory:');
  try {
    await ingestSamples(store);
    const parts: string[] = [];
    for (const { name, description, query } of workedQueries) {
      const { data, errors } = await graphql({ schema, source: query, contextValue: createContext(store) });
      if (errors?.[0] !== undefined) throw errors[0];
      const answer = shortenedJson(data);
      parts.push(`### ${name}\n\n${description}\n\n\`\`\`graphql\n${query}\`\`\`\n\n\`\`\`jsonc\n${answer}\n\`\`\`\n`);
    }
    return parts.join('\n');
  } finally {
    await store.close();
  }
}

/** The README with the section written anew. */
export async function readmeWithAnswers(): Promise<string> {
  const readme = readFileSync(readmeFile, 'utf8');
  const [from, to] = [readme.indexOf(begin), readme.indexOf(end)];
  if (from < 0 || to < from) throw new Error('The README has lost the lines between which its worked queries stand.');
  return `${readme.slice(0, from + begin.length)}\n${await workedQueriesSection()}\n${readme.slice(to)}`;
}
