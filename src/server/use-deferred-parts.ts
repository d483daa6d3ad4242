import type { ExecutionResult, GraphQLError } from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import { deferRule } from './defer-rule.js';
import { withoutDefer } from './without-defer.js';

/** An answer or a part of one, as it goes over the wire. */
type Part = ExecutionResult & { readonly incremental?: readonly { readonly errors?: readonly GraphQLError[] }[] };

/** Named, not covered by a star: curl and `fetch` accept anything, and read one answer. */
const readsParts = /\b(?:multipart\/mixed|text\/event-stream)\b/i;

/**
 * Lets what a fragment asks for come later, to clients that read an answer in parts; the others get the whole at once.
 * Errors of parts are translated here, since Yoga masks those of the first part alone.
 */
export function useDeferredParts(
  translateError: (error: unknown) => GraphQLError,
  countErrors: (errors: readonly GraphQLError[]) => void,
): Plugin {
  return {
    onValidate({ addValidationRule }) {
      addValidationRule(deferRule);
    },
    onExecute({ args, context: { request } }) {
      if (!readsParts.test(request.headers.get('accept') ?? '')) args.document = withoutDefer(args.document);
      return {
        onExecuteDone({ result }) {
          if (!isAsyncIterable(result)) return undefined;
          return {
            onNext({ result: part, setResult }) {
              const { errors = [], incremental } = part as Part;
              const translated = incremental?.map((later) =>
                later.errors === undefined ? later : { ...later, errors: later.errors.map(translateError) },
              );
              countErrors([...errors, ...(translated ?? []).flatMap((later) => later.errors ?? [])]);
              if (translated !== undefined) setResult({ ...part, incremental: translated } as Part);
            },
          };
        },
      };
    },
  };
}
