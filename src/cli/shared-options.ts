import { type Command, InvalidArgumentError, Option } from 'commander';
import { type Config, type LlmConfig, readConfig, readEnvironment } from '../config.js';
import { ConfigurationError } from '../errors.js';

export interface AuthorityOption {
  readonly authority: readonly string[];
}

export interface ExtractorOption {
  readonly extractor: 'rules' | 'llm';
}

export interface StoreOption {
  readonly store?: string;
}

export function addPathsArgument(command: Command): void {
  command.argument('<path...>', 'a file, a folder, - for standard input, or an http(s) address');
}

export function addAuthorityOption(command: Command): void {
  command.option(
    '--authority <file>',
    'authority file to add, one JSON object a line; may be given more than once',
    // Not variadic: `--authority FILE PATH` must leave PATH alone.
    (file: string, earlier: readonly string[]) => [...earlier, file],
    [] as readonly string[],
  );
}

export function addExtractorOption(command: Command): void {
  command.addOption(
    new Option('--extractor <name>', 'llm has a language model read after the rules: DIPLOGRAPH_LLM_URL and _MODEL')
      .choices(['rules', 'llm'])
      .default('rules'),
  );
}

/** @throws {ConfigurationError} when a model is asked for and none is set. */
export function llmFrom({ extractor }: ExtractorOption): LlmConfig | undefined {
  if (extractor === 'rules') return undefined;
  const { llm } = configFrom({});
  if (llm !== undefined) return llm;
  throw new ConfigurationError(
    'No language model is set for --extractor llm.',
    'Set DIPLOGRAPH_LLM_URL to a server of the OpenAI chat protocol, such as http://127.0.0.1:11434/v1, and DIPLOGRAPH_LLM_MODEL to a model that it has.',
  );
}

export function addStoreOption(command: Command): void {
  command.option('--store <url>', 'sqlite:FILE, neo4j://HOST or bolt://HOST; DIPLOGRAPH_STORE where not given');
}

/** What a command's options say wins over the environment; the same checks hold for both. */
export function configFrom(options: {
  readonly store?: string;
  readonly host?: string;
  readonly port?: string;
}): Config {
  const environment = readEnvironment();
  return readConfig({
    ...environment,
    DIPLOGRAPH_STORE: options.store ?? environment.DIPLOGRAPH_STORE,
    HOST: options.host ?? environment.HOST,
    PORT: options.port ?? environment.PORT,
  });
}

export function positiveNumber(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 1) throw new InvalidArgumentError('It must be a whole number from 1.');
  return number;
}
