import { GraphQLError, type GraphQLErrorOptions } from 'graphql';
import type { Logger } from 'pino';
import { BusyError, DiplographError } from '../errors.js';
import { currentRequestId } from './request-scope.js';

/** The error that was thrown: GraphQL wraps what a resolver throws, sometimes more than once. */
function thrown(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? thrown(error.originalError) : error;
}

function retryAfter({ retryAfterSeconds }: BusyError): Record<string, string> {
  return { 'retry-after': String(retryAfterSeconds) };
}

/**
 * The one place where errors become answers. What was thrown on purpose keeps its message and shows its code and its
 * cure; GraphQL's own refusals pass; anything else is masked and logged under the request's identifier.
 */
export function createErrorTranslation(logger: Logger): (error: unknown) => GraphQLError {
  return (error) => {
    const cause = thrown(error);
    if (cause instanceof GraphQLError) return cause;
    const place: Pick<GraphQLErrorOptions, 'nodes' | 'source' | 'positions' | 'path'> =
      error instanceof GraphQLError
        ? {
            nodes: error.nodes ?? null,
            source: error.source ?? null,
            positions: error.positions ?? null,
            path: error.path ?? null,
          }
        : {};
    if (cause instanceof DiplographError) {
      const { message, code, cure } = cause;
      // Yoga makes headers of it and takes it out of the answer.
      const http = cause instanceof BusyError ? { http: { headers: retryAfter(cause) } } : {};
      return new GraphQLError(message, { ...place, extensions: { code, cure, ...http } });
    }
    const requestId = currentRequestId();
    logger.error({ err: cause, requestId, path: place.path?.join('.') }, 'unexpected error');
    return new GraphQLError('Something unexpected went wrong.', {
      ...place,
      extensions: {
        code: 'INTERNAL_SERVER_ERROR',
        cure: 'Report it with the request identifier: it leads to the line of the log that explains it.',
        requestId,
      },
    });
  };
}
