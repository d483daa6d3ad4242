import tseslint from 'typescript-eslint';

/** What needs types to be seen; the rest is Biome's. */
export default tseslint.config(
  {
    ignores: [
      'dist',
      'data',
      'node_modules',
      '**/*.js',
      '**/*.cjs',
      '**/*.mjs',
      'examples/typescript/graphql-env.d.ts',
    ],
  },
  {
    files: [
      'src/**/*.ts',
      'ingest/**/*.ts',
      'schema/**/*.ts',
      'test/**/*.ts',
      'bench/**/*.ts',
      'examples/**/*.ts',
      'scripts/**/*.ts',
      'explorer/**/*.{ts,tsx}',
    ],
    extends: [tseslint.configs.base],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-unnecessary-condition': 'error',
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/return-await': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
);
