import type { CORSOptions, Plugin } from 'graphql-yoga';

const oneDaySeconds = 86_400;

/**
 * Lets pages of these origins, and of no other, read answers. Cookies and the like are never asked for: who may change
 * something sends a token in a header of its own.
 *
 * @param origins - As browsers write them: `https://archive.example`, `http://localhost:5173`.
 */
export function crossOrigin(origins: readonly string[]): false | ((request: Request) => CORSOptions) {
  if (origins.length === 0) return false;
  return (request) => {
    const origin = request.headers.get('origin');
    if (origin === null || !origins.includes(origin)) return false;
    return {
      origin: [origin],
      credentials: false,
      methods: ['GET', 'POST'],
      allowedHeaders: ['authorization', 'content-type', 'x-graphql-yoga-csrf'],
      exposedHeaders: ['retry-after', 'x-request-id'],
      maxAge: oneDaySeconds,
    };
  };
}

/** Tells caches that an answer is for one origin. */
export function useOriginVariants(origins: readonly string[]): Plugin {
  return {
    onResponse({ response }) {
      if (origins.length > 0) response.headers.append('vary', 'origin');
    },
  };
}
