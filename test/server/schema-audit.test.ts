import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { isObjectType } from 'graphql';
import { schema } from '../../schema/schema.js';
import { clairvoyanceRequirement, describeWith } from '../requirements.js';
import { startTestServer, type TestServer } from './start-test-server.js';

const run = promisify(execFile);

/** Names of fields without their last letter: near enough for a server that helps out, and no names themselves. */
function nearNames(): readonly string[] {
  const objects = Object.values(schema.getTypeMap()).filter(isObjectType);
  const names = (types: typeof objects) => types.flatMap((type) => Object.keys(type.getFields()));
  const all = new Set(names(objects));
  const near = names(objects.filter(({ name }) => ['Query', 'Mutation', 'Document'].includes(name)));
  return near.map((name) => name.slice(0, -1)).filter((name) => name.length > 3 && !all.has(name));
}

/** The fields of types that clairvoyance has found out; it puts one of this name where it found none. */
function foundFields(file: string): readonly string[] {
  const { types } = JSON.parse(readFileSync(file, 'utf8')).data.__schema as {
    types: { name: string; fields: { name: string }[] | null }[];
  };
  return types.flatMap(({ name, fields }) =>
    (fields ?? []).filter((field) => field.name !== 'dummy').map((field) => `${name}.${field.name}`),
  );
}

describeWith(
  clairvoyanceRequirement(),
  'clairvoyance, which rebuilds a schema from what errors give away',
  (python) => {
    let folder: string;
    const servers: TestServer[] = [];

    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'diplograph-audit-'));
      writeFileSync(join(folder, 'names.txt'), nearNames().join('\n'));
    });

    afterAll(async () => {
      for (const server of servers) await server.close();
      rmSync(folder, { recursive: true });
    });

    async function audit(introspection: boolean): Promise<readonly string[]> {
      const server = await startTestServer({ introspection });
      servers.push(server);
      const found = join(folder, `${introspection}.json`);
      const words = ['-w', join(folder, 'names.txt'), '-c', '8', '-o', found];
      await run(python, ['-m', 'clairvoyance', ...words, `${server.url}/graphql`], { maxBuffer: 1e8 });
      return foundFields(found);
    }

    it('finds much of a schema that is open', async () => {
      const found = await audit(true);
      expect(found).toEqual(expect.arrayContaining(['Query.entities', 'Query.documents', 'Document.title']));
      expect(found.length).toBeGreaterThan(20);
    });

    it('finds nothing of one that is hidden', async () => {
      expect(await audit(false)).toEqual([]);
    });
  },
);
