import { createHash } from 'node:crypto';

/** Which identifiers have been seen. First all are added, then it is asked. */
export interface IdSet {
  add(id: string): void;
  has(id: string): boolean;
}

const firstCapacity = 1_024;

/** 53 bits of SHA-256, which a number holds exactly: among ten million identifiers one in a billion questions errs. */
function digest(id: string): number {
  const bytes = createHash('sha256').update(id).digest();
  return bytes.readUInt32BE(0) * 0x20_0000 + (bytes.readUInt32BE(4) >>> 11);
}

/** Eight bytes an identifier (twice that while it grows), where a `Set` of strings takes more than a hundred. */
export function createIdSet(): IdSet {
  let digests = new Float64Array(firstCapacity);
  let size = 0;
  let isSorted = true;
  return {
    add(id) {
      if (size === digests.length) {
        const larger = new Float64Array(size * 2);
        larger.set(digests);
        digests = larger;
      }
      digests[size] = digest(id);
      size += 1;
      isSorted = false;
    },
    has(id) {
      if (!isSorted) digests.subarray(0, size).sort();
      isSorted = true;
      const wanted = digest(id);
      let [low, high] = [0, size];
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((digests[middle] ?? 0) < wanted) low = middle + 1;
        else high = middle;
      }
      return low < size && digests[low] === wanted;
    },
  };
}
