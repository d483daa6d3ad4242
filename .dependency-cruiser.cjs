/**
 * The import rules of docs/architecture.md. `npm run check` runs them; `test/architecture.test.ts` shows that each
 * one can fail.
 */
const part = (path) => `^${path}/`;

/** For each part of the tree: which other parts it may import. Packages from npm are free to all but the model. */
const mayImport = {
  'src/model': [],
  'src/names': ['src/model'],
  'src/search': ['src/model', 'src/names', 'src/errors\\.ts'],
  'src/linking': ['src/model', 'src/names', 'src/errors\\.ts'],
  'src/store/sqlite': [
    'src/model',
    'src/names',
    'src/search',
    'src/linking',
    'src/errors\\.ts',
    'src/store/[^/]+\\.ts',
  ],
  'src/store/neo4j': ['src/model', 'src/names', 'src/search', 'src/linking', 'src/errors\\.ts', 'src/store/[^/]+\\.ts'],
  'src/access': ['src/model', 'src/errors\\.ts', 'src/store/access-tokens\\.ts'],
  'src/jobs': [
    'src/model',
    'src/errors\\.ts',
    'src/access/time-ordered-id\\.ts',
    'src/store/graph-store\\.ts',
    'src/store/page-from-rows\\.ts',
  ],
  ingest: ['src/model', 'src/names', 'src/errors\\.ts'],
  schema: [
    'src/model',
    'src/names',
    'src/search',
    'src/linking/identity\\.ts',
    'src/errors\\.ts',
    'src/access',
    'src/jobs/ingest-jobs\\.ts',
    'src/jobs/input-name\\.ts',
    'src/citation',
    'src/drawing',
    'src/store/graph-store\\.ts',
    'src/store/brief-records\\.ts',
    'src/store/graph-walks\\.ts',
    'src/store/graph-accounts\\.ts',
    'src/store/graph-search\\.ts',
    'src/store/page-of-all\\.ts',
  ],
  'src/citation': ['src/model'],
  'src/drawing': ['src/model', 'src/errors\\.ts', 'src/start-thread\\.ts'],
  'src/evaluate': ['src/model'],
  'src/export': ['src/model', 'src/errors\\.ts', 'src/drawing', 'src/store/graph-store\\.ts'],
  'src/server': [
    'src/model',
    'src/errors\\.ts',
    'src/store/graph-store\\.ts',
    'src/store/brief-records\\.ts',
    'src/store/access-tokens\\.ts',
    'src/access',
    'src/jobs',
    'schema',
    'src/export',
    'src/config\\.ts',
  ],
  // GraphiQL opens on the worked queries, which are data: the rule below keeps them free of imports.
  explorer: ['src/model', 'schema/worked-queries\\.ts'],
};

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'model-imports-nothing',
      severity: 'error',
      from: { path: '^src/(model/|errors\\.ts)' },
      to: { pathNot: '^src/(model/|errors\\.ts)' },
    },
    {
      name: 'worked-queries-import-nothing',
      severity: 'error',
      from: { path: '^schema/worked-queries\\.ts$' },
      to: {},
    },
    ...Object.entries(mayImport).map(([from, allowed]) => ({
      name: `${from.replaceAll('/', '-')}-keeps-to-its-part`,
      severity: 'error',
      from: { path: part(from) },
      to: {
        path: '^(src|ingest|schema|explorer|test|bench)/',
        pathNot: [from, ...allowed].map((path) => (path.endsWith('\\.ts') ? `^${path}$` : part(path))),
      },
    })),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
  },
};
