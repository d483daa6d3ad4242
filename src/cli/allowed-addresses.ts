import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { BadArgumentError } from '../errors.js';

const maxAddressCharacters = 2_000;

/** Which addresses the server may fetch documents from. */
export interface AllowedAddresses {
  /** The address, parsed. @throws {BadArgumentError} when it is none, or none of those. */
  check(address: string): URL;
  /** Whether a connection to an IP address may be opened: to any public one, to others where they are listed. */
  mayConnectTo(ip: string): boolean;
}

type Range = ReturnType<typeof ipaddr.parseCIDR>;

/** `null` for what is no IP address and no range of them. */
function parsedRange(entry: string): Range | null {
  if (isIP(entry) !== 0) {
    const address = ipaddr.process(entry);
    return [address, address.kind() === 'ipv4' ? 32 : 128];
  }
  return ipaddr.isValidCIDR(entry) ? ipaddr.parseCIDR(entry) : null;
}

function isIn(address: ipaddr.IPv4 | ipaddr.IPv6, [network, bits]: Range): boolean {
  return address.kind() === network.kind() && address.match(network, bits);
}

/** "/frus" is the beginning of "/frus/x" and not of "/frusx". */
function isBelow(path: string, prefix: string): boolean {
  return path === prefix || path.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`);
}

/** @param entries - Beginnings of addresses ("https://example.org/letters/"), and IP addresses or ranges of them. */
export function allowedAddresses(entries: readonly string[]): AllowedAddresses {
  const ranges = entries.map(parsedRange).filter((range) => range !== null);
  const prefixes = entries.filter((entry) => parsedRange(entry) === null).map((entry) => new URL(entry));
  return {
    check(address) {
      const url = address.length <= maxAddressCharacters && URL.canParse(address) ? new URL(address) : null;
      const isAllowed =
        url !== null &&
        url.username === '' &&
        url.password === '' &&
        // An encoded slash or dot may be undone by the other server, and lead out of the folder that is allowed.
        !/%(?:2f|5c|2e)/i.test(url.pathname) &&
        prefixes.some(({ origin, pathname }) => url.origin === origin && isBelow(url.pathname, pathname));
      if (url !== null && isAllowed) return url;
      throw new BadArgumentError(
        'This server does not fetch documents from that address.',
        prefixes.length === 0
          ? 'Send the document itself. Whoever runs the server can allow addresses with DIPLOGRAPH_INGEST_URLS.'
          : `Send the document itself, or give an address that begins with ${prefixes.map(String).join(' or ')}.`,
      );
    },
    mayConnectTo(ip) {
      if (!ipaddr.isValid(ip)) return false;
      const address = ipaddr.process(ip);
      return address.range() === 'unicast' || ranges.some((range) => isIn(address, range));
    },
  };
}
