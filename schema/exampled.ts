/** A value as somebody sends it; made at run time, it has the form alone. */
export type Example = string | number | readonly string[];

/** A description with an example, in the one form that all have: a test reads it there, and tries whether it is true of `samples/`. */
export function exampled(description: string, example: Example): string {
  return `${description} Example: ${JSON.stringify(example)}.`;
}
