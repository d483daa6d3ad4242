import { existsSync, readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { ConfigurationError } from './errors.js';

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const wholeNumber = z
  .string()
  .regex(/^\d{1,12}$/)
  .transform(Number);

function isOrigin(value: string): boolean {
  return /^https?:/.test(value) && URL.canParse(value) && new URL(value).origin === value;
}

function isAddressRange(entry: string): boolean {
  const [, ip = '', bits = '0'] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(entry) ?? [];
  const version = isIP(ip);
  return version !== 0 && Number(bits) <= (version === 4 ? 32 : 128);
}

function isAddressPrefix(entry: string): boolean {
  if (!/^https?:\/\//i.test(entry) || !URL.canParse(entry)) return false;
  const { username, password, search, hash } = new URL(entry);
  return [username, password, search, hash].every((part) => part === '');
}

/** Each variable with its form in words: what an error says, since a value may hold a secret and is never repeated. */
const variables = {
  DIPLOGRAPH_STORE: {
    form: 'an address such as sqlite:data/diplograph.db or neo4j://127.0.0.1:7687',
    schema: z
      .string()
      .regex(/^[a-z][a-z0-9+]*:./i)
      .default('sqlite:data/diplograph.db'),
  },
  NEO4J_USER: { form: 'a user name', schema: z.string().default('neo4j') },
  NEO4J_PASSWORD: { form: 'a password', schema: z.string().optional() },
  HOST: {
    form: 'a host name or an address to listen on, such as 127.0.0.1',
    schema: z
      .string()
      .regex(/^[a-z0-9.:_-]+$/i)
      .default('127.0.0.1'),
  },
  PORT: {
    form: 'a whole number from 0 (any free port) to 65535',
    schema: z
      .string()
      .regex(/^\d{1,5}$/)
      .default('4000')
      .transform(Number)
      .pipe(z.number().max(65_535)),
  },
  DIPLOGRAPH_ADMIN_TOKEN: {
    form: 'a token of 16 printable characters or more, without spaces',
    schema: z
      .string()
      .regex(/^[\x21-\x7e]{16,}$/)
      .optional(),
  },
  DIPLOGRAPH_READ_TOKEN_REQUIRED: {
    form: 'true or false',
    schema: z
      .enum(['true', 'false'])
      .default('false')
      .transform((value) => value === 'true'),
  },
  DIPLOGRAPH_QUERY_SECONDS: {
    form: 'a whole number from 1 to 3600: the seconds that one query may run',
    schema: wholeNumber.pipe(z.number().min(1).max(3_600)).default(20),
  },
  DIPLOGRAPH_QUERIES_AT_ONCE: {
    form: 'a whole number from 1 to 1000: the queries that may run at once',
    schema: wholeNumber.pipe(z.number().min(1).max(1_000)).default(16),
  },
  DIPLOGRAPH_INTROSPECTION: {
    form: 'on, or off to keep the schema and GraphiQL from those who ask',
    schema: z.enum(['on', 'off']).default('on'),
  },
  DIPLOGRAPH_CORS_ORIGINS: {
    form: 'origins of pages that may read answers, such as https://archive.example, with commas between them',
    schema: z
      .string()
      .default('')
      .transform((value) => value.split(',').flatMap((origin) => origin.trim() || []))
      .refine((origins) => origins.every(isOrigin)),
  },
  DIPLOGRAPH_PERSISTED_DOCUMENTS: {
    form: 'the path of a JSON file of documents by their identifiers',
    schema: z.string().optional(),
  },
  DIPLOGRAPH_ONLY_PERSISTED: {
    form: 'yes, where there are DIPLOGRAPH_PERSISTED_DOCUMENTS, or no',
    schema: z.enum(['yes', 'no']).default('no'),
  },
  DIPLOGRAPH_INGEST_URLS: {
    form: 'beginnings of http(s) addresses, with spaces between, such as https://example.org/letters/; IP addresses and ranges, such as 10.0.0.0/8, of inner networks that those may lead to',
    schema: z
      .string()
      .default('')
      .transform((value) => value.split(/[\s,]+/).filter((entry) => entry !== ''))
      .refine((entries) => entries.every((entry) => isAddressRange(entry) || isAddressPrefix(entry))),
  },
  DIPLOGRAPH_LLM_URL: {
    form: 'the http(s) address of a server of the OpenAI chat protocol, such as http://127.0.0.1:11434/v1, without a password in it',
    schema: z
      .url({ protocol: /^https?$/ })
      .refine((url) => new URL(url).username === '' && new URL(url).password === '')
      .optional(),
  },
  DIPLOGRAPH_LLM_MODEL: {
    form: 'the name of a model that the server has, without spaces',
    schema: z
      .string()
      .regex(/^[\x21-\x7e]{1,200}$/)
      .optional(),
  },
  DIPLOGRAPH_LLM_KEY: {
    form: 'the key that the server asks for, in printable characters without spaces',
    schema: z
      .string()
      .regex(/^[\x21-\x7e]+$/)
      .optional(),
  },
  DIPLOGRAPH_LLM_TOKENS: {
    form: 'a whole number: the tokens that one run may cost',
    schema: wholeNumber.default(2_000_000),
  },
  DIPLOGRAPH_LLM_SECONDS: {
    form: 'a whole number from 1 to 86400: the seconds that one document may take',
    schema: wholeNumber.pipe(z.number().min(1).max(86_400)).default(600),
  },
  LOG_LEVEL: { form: `one of ${logLevels.join(', ')}`, schema: z.enum(logLevels).default('info') },
} as const;

type Variable = keyof typeof variables;
export type Environment = Readonly<Record<string, string | undefined>>;

/** Where a language model is asked, with which key, and what it may cost. */
export interface LlmConfig {
  readonly url: string;
  readonly model: string;
  readonly key: string | undefined;
  readonly maxTokens: number;
  readonly maxSeconds: number;
}

export interface Config {
  readonly store: string;
  readonly neo4jUser: string;
  readonly neo4jPassword: string | undefined;
  readonly host: string;
  readonly port: number;
  /** The operator's own token: an admin's, revoked by changing it. The store has the others. */
  readonly adminToken: string | undefined;
  /** Whether reading over the network needs a token too. */
  readonly readTokenRequired: boolean;
  /** Whether the schema may be asked for, by programs and in GraphiQL. */
  readonly introspection: boolean;
  /** Whose pages may read answers, beside the server's own. */
  readonly corsOrigins: readonly string[];
  readonly persistedDocuments: { readonly file: string; readonly only: boolean } | undefined;
  /** How long one query may run, and how many at once. */
  readonly querySeconds: number;
  readonly queriesAtOnce: number;
  /** What documents may be fetched from over the network: beginnings of addresses, and inner networks. */
  readonly ingestUrls: readonly string[];
  /** The language model of `--extractor llm`; absent where no server or no model is named. */
  readonly llm: LlmConfig | undefined;
  readonly logLevel: (typeof logLevels)[number];
}

/**
 * The process's environment over the file `.env` of the working directory.
 *
 * `util.parseEnv` instead of `process.loadEnvFile`: nothing outside learns of the file's secrets.
 */
export function readEnvironment(file = '.env'): Environment {
  if (!existsSync(file)) return process.env;
  try {
    return { ...parseEnv(readFileSync(file, 'utf8')), ...process.env };
  } catch (cause) {
    throw new ConfigurationError(`The file ${file} can't be read.`, 'Make it readable, or take it away.', { cause });
  }
}

/**
 * @param environment - A variable that is set to nothing counts as unset, as compose files write it.
 * @throws {ConfigurationError} that names each variable that is wrong, and the form it must have.
 */
export function readConfig(environment: Environment = readEnvironment()): Config {
  const wrong: string[] = [];
  const value = <Name extends Variable>(name: Name): z.output<(typeof variables)[Name]['schema']> => {
    const result = variables[name].schema.safeParse(environment[name] === '' ? undefined : environment[name]);
    if (!result.success) wrong.push(name);
    return result.data as z.output<(typeof variables)[Name]['schema']>;
  };
  const [url, model] = [value('DIPLOGRAPH_LLM_URL'), value('DIPLOGRAPH_LLM_MODEL')];
  const key = value('DIPLOGRAPH_LLM_KEY');
  const maxTokens = value('DIPLOGRAPH_LLM_TOKENS');
  const maxSeconds = value('DIPLOGRAPH_LLM_SECONDS');
  const file = value('DIPLOGRAPH_PERSISTED_DOCUMENTS');
  const only = value('DIPLOGRAPH_ONLY_PERSISTED') === 'yes';
  if (only && file === undefined) wrong.push('DIPLOGRAPH_ONLY_PERSISTED');
  const config: Config = {
    store: value('DIPLOGRAPH_STORE'),
    neo4jUser: value('NEO4J_USER'),
    neo4jPassword: value('NEO4J_PASSWORD'),
    host: value('HOST'),
    port: value('PORT'),
    adminToken: value('DIPLOGRAPH_ADMIN_TOKEN'),
    readTokenRequired: value('DIPLOGRAPH_READ_TOKEN_REQUIRED'),
    introspection: value('DIPLOGRAPH_INTROSPECTION') === 'on',
    corsOrigins: value('DIPLOGRAPH_CORS_ORIGINS'),
    persistedDocuments: file === undefined ? undefined : Object.freeze({ file, only }),
    querySeconds: value('DIPLOGRAPH_QUERY_SECONDS'),
    queriesAtOnce: value('DIPLOGRAPH_QUERIES_AT_ONCE'),
    ingestUrls: value('DIPLOGRAPH_INGEST_URLS'),
    llm:
      url === undefined || model === undefined ? undefined : Object.freeze({ url, model, key, maxTokens, maxSeconds }),
    logLevel: value('LOG_LEVEL'),
  };
  if (wrong.length > 0) {
    throw new ConfigurationError(
      `The configuration is wrong: ${wrong.join(', ')}.`,
      wrong.map((name) => `Set ${name} to ${variables[name as Variable].form}.`).join(' '),
    );
  }
  return Object.freeze(config);
}
