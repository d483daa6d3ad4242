import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSchema } from 'graphql';
import { type SchemaChanges, schemaChanges } from './schema-changes.js';

const file = (name: string) => fileURLToPath(new URL(`../../schema/${name}`, import.meta.url));
const read = (name: string) => readFileSync(file(name), 'utf8');

export const readChangelog = (): string => read('CHANGELOG.md');
export const writeChangelog = (text: string): void => writeFileSync(file('CHANGELOG.md'), text);

/** From the schema that was last released to the one that is committed. */
export function changesSinceRelease(): Promise<SchemaChanges> {
  return schemaChanges(buildSchema(read('released.graphql')), buildSchema(read('schema.graphql')));
}

/** Lets the committed schema be the one that was last released. */
export function releaseSchema(): void {
  const [, ...lines] = read('schema.graphql').split('\n');
  const heading = '# The schema as it was last released; npm run schema:release writes it.';
  writeFileSync(file('released.graphql'), [heading, ...lines].join('\n'));
}
