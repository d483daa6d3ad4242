/**
 * From 0 to 1; the same seed gives the same numbers.
 *
 * @see S. Vigna, "An experimental exploration of Marsaglia's xorshift generators", 2016; 32 bits do here.
 */
export function randomNumbers(seed: number): () => number {
  let state = seed | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
