import { printSchema } from 'graphql';
import { schema } from './schema.js';

/** The text of `schema/schema.graphql`. */
export function printedSchema(): string {
  return `# Printed by npm run schema:print; not edited by hand.\n\n${printSchema(schema)}\n`;
}
