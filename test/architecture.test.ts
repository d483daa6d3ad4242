import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);
const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

interface Report {
  readonly summary: { readonly violations: readonly { readonly rule: { readonly name: string } }[] };
}

/** Names of the rules that a tree breaks. */
function brokenRules(tree: string, parts: readonly string[]): readonly string[] {
  const options = { cwd: tree, encoding: 'utf8', maxBuffer: 1 << 28, stdio: 'pipe' } as const;
  const args = [cruiser, '--output-type', 'json', '--config', '.dependency-cruiser.cjs', ...parts];
  let output: string;
  try {
    output = execFileSync(process.execPath, args, options);
  } catch (error) {
    // Violations make it exit with their number; the report stands on its output all the same.
    output = String((error as { stdout?: string }).stdout);
  }
  return (JSON.parse(output) as Report).summary.violations.map(({ rule }) => rule.name);
}

describe('the tree', () => {
  it('keeps to the import rules', () => {
    expect(brokenRules(root, ['src', 'ingest', 'schema', 'explorer'])).toEqual([]);
  }, 60_000);

  const files = execFileSync('git', ['ls-files', '*.ts', '*.tsx'], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter(Boolean);

  it('has no file over 400 lines outside the tests', () => {
    const long = files.filter(
      (file) => !file.startsWith('test/') && readFileSync(join(root, file), 'utf8').split('\n').length > 401,
    );
    expect(files.length).toBeGreaterThan(100);
    expect(long).toEqual([]);
  });

  it('names files after what they hold', () => {
    expect(files.filter((file) => /^(?:utils?|helpers?|misc|common)\b/.test(basename(file)))).toEqual([]);
  });
});

describe('each import rule', () => {
  /** For each rule, a file that breaks it: where it stands, and what it imports. */
  const violations: Readonly<Record<string, readonly [file: string, imported: string]>> = {
    'no-circular': ['src/store/a.ts', './b.js'],
    'model-imports-nothing': ['src/model/a.ts', '../store/graph-store.js'],
    'src-model-keeps-to-its-part': ['src/model/a.ts', '../store/graph-store.js'],
    'src-names-keeps-to-its-part': ['src/names/a.ts', '../store/graph-store.js'],
    'src-search-keeps-to-its-part': ['src/search/a.ts', '../store/graph-store.js'],
    'src-linking-keeps-to-its-part': ['src/linking/a.ts', '../store/graph-store.js'],
    'src-store-sqlite-keeps-to-its-part': ['src/store/sqlite/a.ts', '../neo4j/b.js'],
    'src-store-neo4j-keeps-to-its-part': ['src/store/neo4j/a.ts', '../sqlite/b.js'],
    'src-access-keeps-to-its-part': ['src/access/a.ts', '../store/graph-store.js'],
    'src-jobs-keeps-to-its-part': ['src/jobs/a.ts', '../../ingest/b.js'],
    'ingest-keeps-to-its-part': ['ingest/a.ts', '../src/store/graph-store.js'],
    'schema-keeps-to-its-part': ['schema/a.ts', '../ingest/b.js'],
    'src-citation-keeps-to-its-part': ['src/citation/a.ts', '../store/graph-store.js'],
    'src-drawing-keeps-to-its-part': ['src/drawing/a.ts', '../store/graph-store.js'],
    'src-export-keeps-to-its-part': ['src/export/a.ts', '../../schema/b.js'],
    'src-evaluate-keeps-to-its-part': ['src/evaluate/a.ts', '../../ingest/b.js'],
    'src-server-keeps-to-its-part': ['src/server/a.ts', '../../ingest/b.js'],
    'worked-queries-import-nothing': ['schema/worked-queries.ts', '../src/model/c.js'],
    'explorer-keeps-to-its-part': ['explorer/a.ts', '../schema/b.js'],
  };
  let tree: string;

  beforeAll(() => {
    tree = mkdtempSync(join(tmpdir(), 'diplograph-architecture-'));
    symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
    for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json'])
      writeFileSync(join(tree, file), readFileSync(join(root, file)));
    const put = (file: string, text: string) => {
      mkdirSync(dirname(join(tree, file)), { recursive: true });
      writeFileSync(join(tree, file), text);
    };
    for (const [file, imported] of Object.values(violations)) {
      put(file, `import { b } from '${imported}';\nexport const a = b;\n`);
      const target = join(dirname(file), imported).replace(/\.js$/, '.ts');
      const isBreaking = Object.values(violations).some(([breaking]) => breaking === target);
      if (target !== 'src/store/b.ts' && !isBreaking) put(target, 'export const b = 1;\n');
    }
    put('src/store/b.ts', "import { a } from './a.js';\nexport const b = a;\n");
  });
  afterAll(() => rmSync(tree, { recursive: true }));

  it('of the configuration has a violation here', () => {
    const config = require(join(root, '.dependency-cruiser.cjs')) as { forbidden: readonly { name: string }[] };
    expect(Object.keys(violations).sort()).toEqual(config.forbidden.map(({ name }) => name).sort());
  });

  it('can fail', () => {
    const broken = new Set(brokenRules(tree, ['src', 'ingest', 'schema', 'explorer']));
    expect(Object.keys(violations).filter((rule) => !broken.has(rule))).toEqual([]);
  }, 60_000);
});
