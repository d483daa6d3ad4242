import { lookup } from 'node:dns';
import { createWriteStream } from 'node:fs';
import { isIP, type LookupFunction } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { Agent, fetch as fetchThrough } from 'undici';
import { UnreadableInputError } from '../errors.js';
import { limitedTo } from '../jobs/spool.js';
import type { AllowedAddresses } from './allowed-addresses.js';
import { fetchInput } from './fetch-input.js';

const mostRedirects = 5;
/** For all of it: somebody else's slow server must not hold up the queue. */
const totalTimeoutMs = 5 * 60_000;

const cure = 'Send the document itself. Whoever runs the server can allow addresses with DIPLOGRAPH_INGEST_URLS.';

function refused(host: string): UnreadableInputError {
  return new UnreadableInputError(`${host} is at an address of an inner network, which is not asked.`, cure);
}

/**
 * Resolves a name, and refuses addresses that may not be connected to. The connection is opened to what was checked: a
 * name that leads elsewhere the next time it is asked leads nowhere.
 */
function guardedLookup(allowed: AllowedAddresses): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) {
        callback(error, '', 0);
        return;
      }
      const [first] = addresses;
      if (first === undefined || addresses.some(({ address }) => !allowed.mayConnectTo(address))) {
        callback(refused(hostname), '', 0);
      } else if (options.all === true) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}

/** An address that is an IP address is never looked up. */
function checkLiteral({ hostname }: URL, allowed: AllowedAddresses): void {
  const ip = hostname.replace(/^\[|\]$/g, '');
  if (isIP(ip) !== 0 && !allowed.mayConnectTo(ip)) throw refused(hostname);
}

/** Follows redirections as far as each leads to an address that is allowed. */
async function ask(
  address: string,
  allowed: AllowedAddresses,
  dispatcher: Agent,
  signal: AbortSignal,
): Promise<Response> {
  let url = allowed.check(address);
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    checkLiteral(url, allowed);
    const response = await fetchThrough(url, { dispatcher, redirect: 'manual', signal });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || location === null) return response as unknown as Response;
    await response.body?.cancel();
    url = allowed.check(URL.canParse(location, url) ? new URL(location, url).href : '');
  }
  throw new UnreadableInputError(`${address} redirects more than ${mostRedirects} times.`, cure);
}

/**
 * Writes what is at an allowed address into a file, up to the size that a job may have.
 *
 * @returns The charset that its server names.
 * @throws {BadArgumentError} when it, or where it redirects to, isn't allowed.
 * @throws {UnreadableInputError} when it is on an inner network that isn't listed, or doesn't give all of it in time.
 */
export async function fetchAllowed(
  address: string,
  file: string,
  allowed: AllowedAddresses,
  signal: AbortSignal,
): Promise<string | null> {
  const dispatcher = new Agent({ connect: { lookup: guardedLookup(allowed) } });
  const deadline = AbortSignal.timeout(totalTimeoutMs);
  try {
    const { bytes, charset } = fetchInput(address, {
      ask: (url, init) => ask(url, allowed, dispatcher, AbortSignal.any([signal, deadline, init.signal])),
    });
    await pipeline(
      limitedTo(bytes as AsyncIterable<Uint8Array>, address),
      createWriteStream(file, { flags: 'wx', mode: 0o600 }),
    );
    return charset?.() ?? null;
  } finally {
    await dispatcher.destroy();
  }
}
