import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { printSchema } from 'graphql';
import { schema } from './schema.js';

/** `npm run schema:print`: writes the committed SDL, which `test/schema/printed-schema.test.ts` compares. */
const header = '# Printed by `npm run schema:print`; not edited by hand.\n\n';
const path = fileURLToPath(new URL('./schema.graphql', import.meta.url));
await writeFile(path, `${header}${printSchema(schema)}\n`);
