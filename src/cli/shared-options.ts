import type { Command } from 'commander';
import { type Config, readConfig, readEnvironment } from '../config.js';

export interface AuthorityOption {
  readonly authority: readonly string[];
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
