import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { runCli } from './run-cli.js';

const folder = mkdtempSync(join(tmpdir(), 'diplograph-evaluate-'));
const [text, gold] = [join(folder, 'visit.txt'), join(folder, 'visit.json')];

beforeAll(() => {
  writeFileSync(
    text,
    'On 3 May 1957 Harlan Whitcombe visited Comrade Tobias Quillfeather. The weather in Zembla was fair.\n',
  );
  const named = (id: string, name: string) => ({ id, type: 'PERSON', name });
  const annotation = {
    entities: [named('w', 'Harlan Whitcombe'), named('q', 'Tobias Quillfeather'), named('n', 'Nobody At All')],
    relations: [
      { type: 'PROMISED', source: 'w', target: 'q' },
      { type: 'ASKED', source: 'n', target: 'q' },
    ],
    statements: [],
  };
  writeFileSync(gold, JSON.stringify(annotation));
});
afterAll(() => rmSync(folder, { recursive: true }));

it('evaluate lists misses and inventions with their sentences, and says where no sentence is', async () => {
  const { status, stdout } = await runCli(['evaluate', gold, text]);
  const visit = 'On 3 May 1957 Harlan Whitcombe visited Comrade Tobias Quillfeather.';
  expect(status).toBe(0);
  expect(stdout).toContain(
    `  relations missed
    n ASKED q
        | no sentence names them together
    w PROMISED q
        | ${visit}
  relations invented
`,
  );
  expect(stdout).toContain(`    w VISITED q\n        | ${visit}\n`);
  expect(stdout).toContain('    PERSON Nobody At All\n        | no sentence has its names\n');
});
