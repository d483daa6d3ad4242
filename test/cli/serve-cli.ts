import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));

export interface ServingProcess {
  readonly url: string;
  readonly pid: number;
  /** Asks it to stop, and waits: the exit code and the signal that ended it. */
  stop(): Promise<readonly [number | null, NodeJS.Signals | null]>;
}

/** Runs `diplograph serve` as it was built, as an operator starts it, with no settings but those given; on a free port. */
export async function serveCli(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<ServingProcess> {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [main, 'serve', '--port', '0', ...args], { env: { PATH, ...env } });
  const exited = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  let [printed, complained] = ['', ''];
  child.stderr.on('data', (chunk) => {
    complained = `${complained}${chunk}`.slice(-2_000);
  });
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    printed += String(chunk);
    if (printed.includes('Ctrl-C')) break;
  }
  // What it prints from now on is read away, so that it is never held up.
  child.stdout.resume();
  const url = /explorer +(http:\S+)\//.exec(printed)?.[1];
  if (url === undefined || child.pid === undefined) throw new Error(`It does not serve: ${printed}${complained}`);
  return {
    url,
    pid: child.pid,
    stop: () => {
      child.kill('SIGTERM');
      return exited;
    },
  };
}
