import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { printedSchema } from './printed-schema.js';

/** `npm run schema:print`: writes the SDL that is committed. */
await writeFile(fileURLToPath(new URL('./schema.graphql', import.meta.url)), printedSchema());
