import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readConfig, readEnvironment } from '../src/config.js';
import { ConfigurationError } from '../src/errors.js';

function refusal(environment: Record<string, string>): ConfigurationError {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigurationError) return error;
    throw error;
  }
  throw new Error('The configuration was taken.');
}

describe('readConfig', () => {
  it('has a value for all that is unset or empty', () => {
    const config = readConfig({ PORT: '', NEO4J_PASSWORD: '' });
    expect(config).toEqual({
      store: 'sqlite:data/diplograph.db',
      neo4jUser: 'neo4j',
      neo4jPassword: undefined,
      host: '127.0.0.1',
      port: 4000,
      adminToken: undefined,
      readTokenRequired: false,
      introspection: true,
      corsOrigins: [],
      persistedDocuments: undefined,
      querySeconds: 20,
      queriesAtOnce: 16,
      ingestUrls: [],
      llm: undefined,
      logLevel: 'info',
    });
    expect(Object.isFrozen(config)).toBe(true);
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', '80a'],
    ['PORT', '-1'],
    ['HOST', 'a b'],
    ['LOG_LEVEL', 'loud'],
    ['DIPLOGRAPH_STORE', 'somewhere'],
    ['DIPLOGRAPH_ADMIN_TOKEN', 'too short'],
    ['DIPLOGRAPH_READ_TOKEN_REQUIRED', 'yes'],
    ['DIPLOGRAPH_INGEST_URLS', 'example.org'],
    ['DIPLOGRAPH_INGEST_URLS', 'https://example.org/ file:///etc'],
    ['DIPLOGRAPH_INGEST_URLS', 'https://user:password@example.org/'],
    ['DIPLOGRAPH_INGEST_URLS', 'https://example.org/?page=1'],
    ['DIPLOGRAPH_INGEST_URLS', '10.0.0.0/64'],
    ['DIPLOGRAPH_LLM_URL', 'localhost:11434'],
    ['DIPLOGRAPH_LLM_URL', 'file:///etc/hosts'],
    ['DIPLOGRAPH_LLM_URL', 'https://user:password@example.org/v1'],
    ['DIPLOGRAPH_LLM_MODEL', 'a model'],
    ['DIPLOGRAPH_LLM_KEY', 'a key with spaces'],
    ['DIPLOGRAPH_LLM_TOKENS', 'many'],
    ['DIPLOGRAPH_LLM_SECONDS', '0'],
    ['DIPLOGRAPH_INTROSPECTION', 'false'],
    ['DIPLOGRAPH_CORS_ORIGINS', '*'],
    ['DIPLOGRAPH_CORS_ORIGINS', 'https://archive.example/'],
    ['DIPLOGRAPH_CORS_ORIGINS', 'https://archive.example, null'],
    ['DIPLOGRAPH_ONLY_PERSISTED', 'yes'],
    ['DIPLOGRAPH_QUERY_SECONDS', '0'],
    ['DIPLOGRAPH_QUERIES_AT_ONCE', 'all'],
  ])('names %s and its form where it is %s', (name, value) => {
    const { message, cure } = refusal({ [name]: value });
    expect(message).toContain(name);
    expect(cure).toMatch(new RegExp(`^Set ${name} to .{10,}\\.$`));
  });

  it('knows a language model where a server and a model are named, with limits and with or without a key', () => {
    const named = { DIPLOGRAPH_LLM_URL: 'http://127.0.0.1:11434/v1', DIPLOGRAPH_LLM_MODEL: 'qwen3:8b' };
    const llm = { url: 'http://127.0.0.1:11434/v1', model: 'qwen3:8b' };
    expect(readConfig(named).llm).toEqual({ ...llm, key: undefined, maxTokens: 2_000_000, maxSeconds: 600 });
    const limited = { DIPLOGRAPH_LLM_KEY: 'k', DIPLOGRAPH_LLM_TOKENS: '5000', DIPLOGRAPH_LLM_SECONDS: '30' };
    expect(readConfig({ ...named, ...limited }).llm).toEqual({ ...llm, key: 'k', maxTokens: 5000, maxSeconds: 30 });
    expect(readConfig({ ...named, DIPLOGRAPH_LLM_MODEL: '' }).llm).toBeUndefined();
  });

  it('names all that is wrong at once, and never a value', () => {
    const { message, cure } = refusal({ PORT: 'secret-1', DIPLOGRAPH_ADMIN_TOKEN: 'secret 2 with a space in it' });
    expect(message).toContain('PORT, DIPLOGRAPH_ADMIN_TOKEN');
    expect(message + cure).not.toContain('secret');
  });
});

describe('readEnvironment', () => {
  it('adds what the file says to what is set, which wins', () => {
    const folder = mkdtempSync(join(tmpdir(), 'diplograph-env-'));
    const file = join(folder, '.env');
    writeFileSync(file, '# a comment\nDIPLOGRAPH_TEST_ONLY_IN_FILE="from file"\nPATH=/nowhere\n');
    const environment = readEnvironment(file);
    expect(environment.DIPLOGRAPH_TEST_ONLY_IN_FILE).toBe('from file');
    expect(environment.PATH).toBe(process.env.PATH);
    expect(process.env.DIPLOGRAPH_TEST_ONLY_IN_FILE).toBeUndefined();
    rmSync(folder, { recursive: true });
  });
});
