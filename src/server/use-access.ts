import type { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { authenticate, refuseWithoutToken } from '../access/authenticate.js';
import { UnauthenticatedError } from '../errors.js';
import type { Caller } from '../model/access-token.js';
import type { AccessTokens } from '../store/access-tokens.js';
import { httpStatusOf } from './use-error-status.js';

export interface AccessOptions {
  readonly tokens: AccessTokens;
  /** The operator's own. Without it, and without tokens in the store, nothing can be changed over the network. */
  readonly adminToken: string | undefined;
  readonly readTokenRequired: boolean;
}

/** The graph, whichever way it is asked for. Pages hold nothing of it, and operators ask whether the process is well. */
function isGuarded(pathname: string): boolean {
  return pathname === '/graphql' || pathname.startsWith('/export/') || pathname === '/ingest';
}

/**
 * The token of a request; `null` where it has none. Another scheme is none of ours: a proxy before the server may ask
 * for a password.
 */
function sentToken(request: Request): string | null {
  const found = /^Bearer(?<token>\s.*)?$/i.exec(request.headers.get('authorization') ?? '');
  return found === null ? null : (found.groups?.token ?? '').trim();
}

/**
 * Who sends a request; `null` without a token.
 *
 * @throws {UnauthenticatedError} when its token doesn't hold, or one is needed.
 */
export async function callerOf(request: Request, options: AccessOptions): Promise<Caller | null> {
  const token = sentToken(request);
  if (token !== null) return authenticate(options.tokens, token, options.adminToken);
  return options.readTokenRequired ? refuseWithoutToken('Reading') : null;
}

/** What a request was found to come from. */
export class Callers {
  readonly #known = new WeakMap<Request, Caller>();

  of(request: Request): Caller | null {
    return this.#known.get(request) ?? null;
  }

  see(request: Request, caller: Caller): void {
    this.#known.set(request, caller);
  }
}

/**
 * Finds out who asks, before anything of the request is read. A token that doesn't hold is refused, also where none is
 * needed: whoever sends one counts on it. What a token's role allows, the schema says.
 */
export function useAccess(
  options: AccessOptions,
  callers: Callers,
  translateError: (error: unknown) => GraphQLError,
): Plugin {
  return {
    async onRequest({ request, url, endResponse, fetchAPI }) {
      if (!isGuarded(url.pathname) || request.method === 'OPTIONS') return;
      try {
        const caller = await callerOf(request, options);
        if (caller !== null) callers.see(request, caller);
      } catch (error) {
        const translated = translateError(error);
        const challenge = error instanceof UnauthenticatedError ? { 'www-authenticate': 'Bearer' } : {};
        endResponse(
          fetchAPI.Response.json(
            { errors: [translated] },
            { status: httpStatusOf(translated) ?? 500, headers: { 'cache-control': 'no-store', ...challenge } },
          ),
        );
      }
    },
  };
}
