import { createYoga } from 'graphql-yoga';
import type { Logger } from 'pino';
import { schema } from '../../schema/schema.js';
import type { IngestJobs } from '../jobs/ingest-jobs.js';
import type { GraphStore } from '../store/graph-store.js';
import { crossOrigin, useOriginVariants } from './cross-origin.js';
import { createErrorTranslation } from './error-translation.js';
import { type Listening, listen } from './listen.js';
import { createMetrics } from './metrics.js';
import { readPersistedDocuments } from './persisted-documents.js';
import { inRequestScope } from './request-scope.js';
import { createStops } from './stops.js';
import { Callers, callerOf, useAccess } from './use-access.js';
import { useBodyLimit } from './use-body-limit.js';
import { useCompiledQueries } from './use-compiled-queries.js';
import { useDeferredParts } from './use-deferred-parts.js';
import { useErrorStatus } from './use-error-status.js';
import { defaultExecutionLimits, type ExecutionLimits, useExecutionLimits } from './use-execution-limits.js';
import { useExports } from './use-exports.js';
import { useHiddenSchema } from './use-hidden-schema.js';
import { useLimits } from './use-limits.js';
import { countErrors, useMetrics } from './use-metrics.js';
import { usePages } from './use-pages.js';
import { documentIdParameter, usePersistedDocuments } from './use-persisted-documents.js';
import { usePostPolicy } from './use-post-policy.js';
import { useQueryCost } from './use-query-cost.js';
import { useReadiness } from './use-readiness.js';
import { useRequestLog } from './use-request-log.js';
import { useSchemaContext } from './use-schema-context.js';
import { useSecurityHeaders } from './use-security-headers.js';
import { useSubscriptionAccess } from './use-subscription-access.js';
import { useUploads } from './use-uploads.js';

export interface ServerOptions {
  /** Whoever opened it closes it, after the server. */
  readonly store: GraphStore;
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  readonly logger: Logger;
  /** The operator's own token; the store has the others. */
  readonly adminToken?: string | undefined;
  /** Whether reading needs a token too. */
  readonly readTokenRequired?: boolean;
  /** What takes documents in. Whoever made it closes it, with the server: those who look on keep connections open. */
  readonly jobs?: IngestJobs;
  /** Folder that `npm run build:pages` filled. */
  readonly pages: string;
  /** Whether the schema may be asked for, by programs and in GraphiQL; it may where left out. */
  readonly introspection?: boolean;
  /** Origins whose pages may read answers. */
  readonly corsOrigins?: readonly string[];
  /** File of documents that run by their identifiers, and whether others run too. */
  readonly persistedDocuments?: { readonly file: string; readonly only: boolean } | undefined;
  readonly executionLimits?: Partial<ExecutionLimits>;
  /** How long a stop waits for requests under way. */
  readonly stopTimeoutMs?: number;
}

/** A query with its variables; the longest worked query has 2 kB. */
const maxBodyBytes = 1_000_000;
const defaultStopTimeoutMs = 10_000;

/**
 * Starts the server: GraphQL and GraphiQL at /graphql, the explorer at /, downloads at /export/FORMAT, uploads at
 * /ingest, and what operators ask for.
 *
 * @throws {DiplographError} ADDRESS_IN_USE, when something listens there already.
 */
export async function startServer(options: ServerOptions): Promise<Listening> {
  const { store, logger, adminToken, readTokenRequired = false, jobs } = options;
  const translateError = createErrorTranslation(logger);
  const callers = new Callers();
  const access = { tokens: store.tokens, adminToken, readTokenRequired };
  const stops = createStops();
  const metrics = createMetrics();
  const persisted = options.persistedDocuments && {
    documents: readPersistedDocuments(options.persistedDocuments.file, schema),
    only: options.persistedDocuments.only,
  };
  const yoga = createYoga({
    schema,
    graphqlEndpoint: '/graphql',
    healthCheckEndpoint: '/healthz',
    // Yoga's own defaults are open: any origin with credentials, forms that run mutations, bodies of 25 MB.
    cors: crossOrigin(options.corsOrigins ?? []),
    extraParamNames: [documentIdParameter],
    multipart: false,
    batching: false,
    maxRequestBodySize: false,
    graphiql: false,
    landingPage: false,
    logging: false,
    maskedErrors: { maskError: translateError },
    plugins: [
      useMetrics(metrics),
      useRequestLog(logger),
      useSecurityHeaders(),
      useReadiness(store, logger),
      useOriginVariants(options.corsOrigins ?? []),
      usePages(options.pages, { graphiql: options.introspection !== false }),
      useAccess(access, callers, translateError),
      useSubscriptionAccess((request) => callerOf(request, access), translateError),
      ...(jobs === undefined ? [] : [useUploads(jobs, callers, translateError)]),
      useExports(store, stops, translateError, logger),
      usePostPolicy(),
      useBodyLimit(maxBodyBytes),
      ...(persisted ? [usePersistedDocuments(persisted, translateError)] : []),
      useLimits(),
      useDeferredParts(translateError, (errors) => countErrors(metrics, errors)),
      ...(options.introspection === false ? [useHiddenSchema()] : []),
      useSchemaContext(store, stops, callers, jobs),
      useQueryCost(translateError),
      useCompiledQueries(),
      useExecutionLimits(stops, { ...defaultExecutionLimits, ...options.executionLimits }),
      useErrorStatus(),
    ],
  });
  return listen({
    handle: (request, response) => inRequestScope(() => yoga(request, response)),
    host: options.host,
    port: options.port,
    stopWork: () => stops.stopAll(),
    stopTimeoutMs: options.stopTimeoutMs ?? defaultStopTimeoutMs,
  });
}
