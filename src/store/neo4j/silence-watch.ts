import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import neo4j, { type Driver } from 'neo4j-driver';
import { StoreUnavailableError } from '../../errors.js';
import { translateHandshakeError } from './neo4j-error.js';

/** How long somebody waits before it is asked whether the server answers at all, and how often it is asked again. */
const patienceMs = 100;
const askAgainMs = 500;
/** A server says this much in a millisecond; on a machine that is busy, in some hundred. */
const answerTimeoutMs = 750;

/** Not by the driver's own `getServerInfo`: on a connection that has just signed in it sends nothing. */
async function say(driver: Driver): Promise<void> {
  const session = driver.session({ defaultAccessMode: neo4j.session.READ });
  await session.run('RETURN 1');
  await session.close();
}

async function tooLate(address: string, over: AbortSignal): Promise<never> {
  await pause(answerTimeoutMs, undefined, { signal: over });
  // Where this process was held up itself, the answer may be there and not yet read.
  await nextTurn();
  await nextTurn();
  throw new StoreUnavailableError(
    `The Neo4j server at ${address} does not answer.`,
    'Try again in a minute; see whether the server, and the network to it, are well.',
  );
}

/**
 * Tells a server that takes long from one that is away: while somebody waits for a question, another is asked that costs
 * it nothing. TCP alone would tell after minutes where a server hangs or a network swallows what is sent.
 */
export class SilenceWatch {
  readonly #address: string;
  readonly #open: () => Driver;
  /** Keeps one connection, which nothing else waits for; away while it is asked, and not put back if it fails. */
  #idle: Driver | null = null;
  #underWay: Promise<void> | null = null;

  constructor(address: string, open: () => Driver) {
    this.#address = address;
    this.#open = open;
  }

  /** @throws {StoreUnavailableError} when there is no answer within a second, {StoreRefusedError} when it is a refusal. */
  async answers(): Promise<void> {
    this.#underWay ??= this.#answer().finally(() => {
      this.#underWay = null;
    });
    return this.#underWay;
  }

  /** Rejects when the server is away; resolves never. @param over - Aborted when nobody waits any more. */
  async silence(over: AbortSignal): Promise<never> {
    await pause(patienceMs, undefined, { signal: over });
    for (;;) {
      await this.answers();
      await pause(askAgainMs, undefined, { signal: over });
    }
  }

  async close(): Promise<void> {
    await this.#idle?.close();
  }

  async #answer(): Promise<void> {
    const over = new AbortController();
    try {
      await Promise.race([this.#ask(), tooLate(this.#address, over.signal)]);
    } finally {
      over.abort();
    }
  }

  async #ask(): Promise<void> {
    const driver = this.#idle ?? this.#open();
    this.#idle = null;
    try {
      await say(driver);
    } catch (error) {
      void driver.close();
      throw translateHandshakeError(error, this.#address);
    }
    this.#keep(driver);
  }

  /** One that answered after nobody waited for it any more may find another in its place. */
  #keep(driver: Driver): void {
    if (this.#idle === null) this.#idle = driver;
    else void driver.close();
  }
}
