import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import type { Command } from 'commander';
import { parse, validate } from 'graphql';
import { schema } from '../schema/schema.js';
import { workedQueries } from '../schema/worked-queries.js';
import { createProgram } from '../src/cli/program.js';
import { readConfig } from '../src/config.js';
import { errorCodes } from '../src/errors.js';
import { markdownClaims } from './docs/markdown-claims.js';
import { readmeWithAnswers } from './docs/worked-queries-section.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const listed = (...args: string[]) =>
  execFileSync('git', ['ls-files', ...args], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter(Boolean);

const files = listed();
const names = new Set(files.map((file) => basename(file)));
const readme = read('README.md');
/** What isn't kept in git because a command makes it: dist/, data/, .env. */
const madeByCommands = read('.gitignore').split('\n').filter(Boolean);

/** A path from the root; or the bare name of a file, where the sentence says in which folder it lies. */
function exists(path: string): boolean {
  const stem = path.replace(/\/?\*.*$/, '');
  // ipaddr.js
  if (packages.includes(path)) return true;
  if (madeByCommands.some((made) => `${path}/`.startsWith(made.endsWith('/') ? made : `${made}/`))) return true;
  return existsSync(join(root, stem)) || (!path.includes('/') && names.has(path));
}

/** The first column of the README's table with this heading, without backticks. */
function firstColumn(heading: string): string[] {
  const table =
    new RegExp(`^\\| ${heading} +\\|[^\\n]*\\n\\|[-| ]+\\n((?:\\|[^\\n]*\\n)+)`, 'm').exec(readme)?.[1] ?? '';
  return table.split('\n').flatMap((row) => /^\| `?([^|`]+?)`? +\|/.exec(row)?.[1] ?? []);
}

const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
const packages = Object.keys({ ...dependencies, ...devDependencies });

/** Packages that a table of docs/dependencies.md names, without those that bring types alone. */
function reasonedPackages(): string[] {
  return [...read('docs/dependencies.md').matchAll(/^\| (`[^|]+?) *\|/gm)]
    .flatMap(([, names = '']) => [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name))
    .filter((name) => !name.startsWith('@types/'));
}

let printed = '';
const program = createProgram({
  terminal: { write: () => Promise.resolve(), progress: () => undefined, report: () => undefined },
  interruption: { received: new Promise(() => undefined), check: () => Promise.resolve(null) },
  end: () => undefined,
});
program.configureOutput({
  writeOut(text) {
    printed += text;
  },
});

/** The command that these words begin with: `token create`, where `token` has commands of its own. */
function command([name, ...words]: readonly string[], of: Command = program): Command | undefined {
  const found = of.commands.find((candidate) => candidate.name() === name);
  return found && (command(words, found) ?? found);
}

describe.each(listed('*.md'))('%s', (file) => {
  const claims = markdownClaims(read(file));

  it('links to what is there', () => {
    expect(claims.links.filter((target) => !existsSync(join(root, dirname(file), target)))).toEqual([]);
  });

  it('names files and folders that are there', () => {
    const missing = claims.paths.filter((path) => !exists(path) && !existsSync(join(root, dirname(file), path)));
    expect(missing).toEqual([]);
  });

  it('names scripts of package.json', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    expect(claims.scripts.filter((script) => !(script in scripts))).toEqual([]);
  });

  it('names commands and options of the command line', () => {
    const unknown = claims.commands.flatMap(([name, ...words]) => {
      const known = command([name ?? '', ...words]);
      if (known === undefined) return [`npx diplograph ${name}`];
      const options = new Set(known.options.map(({ long }) => long));
      return words.filter((word) => word.startsWith('--') && !options.has(word)).map((word) => `${name} ${word}`);
    });
    expect(unknown).toEqual([]);
  });
});

const graphqlBlocks = (text: string) =>
  [...text.matchAll(/^```graphql\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block);

describe.each(listed('docs/*.md').filter((file) => graphqlBlocks(read(file)).length > 0))(
  'the examples of %s',
  (file) => {
    it('are questions and changes that the schema knows', () => {
      expect(graphqlBlocks(read(file)).flatMap((block) => validate(schema, parse(block)))).toEqual([]);
    });
  },
);

describe('docs/dependencies.md', () => {
  it('has a reason for each package, and for no other', () => {
    expect(reasonedPackages().sort()).toEqual(packages.filter((name) => !name.startsWith('@types/')).sort());
  });
});

describe('what is read out of a Markdown file', () => {
  it('is its links, paths, scripts and commands', () => {
    const text = [
      'See [it](docs/a.md#part), [web](https://example.org/x.md), `src/b.ts`, `c.ts`, `ingest/`, `GET /x`, `--out DIR`.',
      'Run `npm run check` and `npx diplograph extract PATH… --with-text`.',
      '```sh',
      'npm install && npm start',
      'npx diplograph ingest letters/',
      '```',
      '```json',
      '{ "file": `d.ts` }',
      '```',
    ].join('\n');
    expect(markdownClaims(text)).toEqual({
      links: ['docs/a.md'],
      paths: ['src/b.ts', 'c.ts', 'ingest/'],
      scripts: ['check', 'start'],
      commands: [
        ['extract', 'PATH…', '--with-text'],
        ['ingest', 'letters/'],
      ],
    });
  });

  it('is looked for in the tree', () => {
    expect(
      ['src/errors.ts', 'errors.ts', 'dist/', 'data/diplograph.db', 'ingest/lexicon/*.ts'].map(exists),
    ).not.toContain(false);
    expect(['src/nothing.ts', 'nothing.ts', 'nowhere/'].map(exists)).not.toContain(true);
  });
});

describe('the README', () => {
  it('shows the worked queries with the answers that the samples give; `npm run readme:queries` writes them', async () => {
    expect(readme).toBe(await readmeWithAnswers());
    const shown = graphqlBlocks(readme);
    expect(shown).toEqual(workedQueries.map(({ query }) => query));
    expect(shown.flatMap((query) => validate(schema, parse(query)))).toEqual([]);
  }, 120_000);

  it('lists all commands', () => {
    const commands = firstColumn('command').map((line) => /^npx diplograph ([a-z]+)/.exec(line)?.[1]);
    expect(commands.sort()).toEqual(program.commands.map((one) => one.name()).sort());
  });

  it('lists all exit codes, as the help does', () => {
    program.outputHelp();
    const table = [...readme.matchAll(/^\| (\d+) +\| (.+?) +\|$/gm)].map(([, code, means]) => `${code} ${means}`);
    const help = [...printed.matchAll(/^ {2}(\d+) +(.+)$/gm)].map(([, code, means]) => `${code} ${means}`);
    expect(table).toEqual(help);
    const codes = table.map((line) => Number.parseInt(line, 10));
    expect(Object.values(errorCodes).filter(({ exitCode }) => !codes.includes(exitCode))).toEqual([]);
  });

  it('lists all variables of the environment', () => {
    const asked = new Set<string>();
    readConfig(new Proxy({}, { get: (_target, name) => void asked.add(String(name)) }));
    expect(firstColumn('variable').sort()).toEqual([...asked].sort());
  });
});
