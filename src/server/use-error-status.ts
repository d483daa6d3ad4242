import type { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { type ErrorCode, errorCodes } from '../errors.js';

/** @returns `null` where the code says nothing of HTTP. */
export function httpStatusOf(error: GraphQLError): number | null {
  const { code } = error.extensions;
  if (code === 'INTERNAL_SERVER_ERROR') return 500;
  return typeof code === 'string' && Object.hasOwn(errorCodes, code) ? errorCodes[code as ErrorCode].httpStatus : null;
}

/** Whether any question of the query got an answer. */
function hasAnswer(data: unknown): boolean {
  return typeof data === 'object' && data !== null && Object.values(data).some((value) => value !== null);
}

/**
 * Gives an answer that holds nothing but errors the HTTP status of the worst of them. Where part of the query was
 * answered the status stays 200: the client has data to read.
 */
export function useErrorStatus(): Plugin {
  return {
    onResultProcess({ result, setResult }) {
      if (Array.isArray(result) || !('errors' in result) || hasAnswer(result.data)) return;
      const statuses = (result.errors ?? []).flatMap((error) => httpStatusOf(error) ?? []);
      if (statuses.length === 0) return;
      setResult({ ...result, extensions: { ...result.extensions, http: { status: Math.max(...statuses) } } });
    },
  };
}
