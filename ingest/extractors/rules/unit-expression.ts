/** What an alternative of an expression ("cap+!term") asks of a unit: each feature present or absent. */
export type Alternative = readonly { readonly feature: string; readonly isAsked: boolean }[];

export function parseAlternative(alternative: string): Alternative {
  return alternative.split('+').map((part) => {
    const isAsked = !part.startsWith('!');
    return { feature: isAsked ? part : part.slice(1), isAsked };
  });
}

export function isSatisfied(alternative: Alternative, features: ReadonlySet<string>): boolean {
  return alternative.every(({ feature, isAsked }) => features.has(feature) === isAsked);
}
