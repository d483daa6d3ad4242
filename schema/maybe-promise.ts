/** What is there already, or comes later: a promise for each field of an answer takes longer than the field. */
export type MaybePromise<T> = T | Promise<T>;

/** `then` of what is there already is called at once; what it throws is a rejection either way. */
export function whenThere<T, Result>(value: MaybePromise<T>, then: (value: T) => Result): MaybePromise<Result> {
  if (value instanceof Promise) return value.then(then);
  try {
    return then(value);
  } catch (error) {
    return Promise.reject(error);
  }
}
