import { createHash } from 'node:crypto';
import { InvalidArgumentError } from 'commander';

/** One of several parts of an archive, each for a process of its own. */
export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly of: number;
}

export const wholeArchive: Shard = { index: 1, of: 1 };

/** Every document is in one part, whichever machine asks and whatever else the archive holds. */
export function isInShard(document: string, { index, of }: Shard): boolean {
  return of === 1 || createHash('sha256').update(document).digest().readUInt32BE() % of === index - 1;
}

/** "2/8", for the command line. */
export function parseShard(value: string): Shard {
  const [, index = 0, of = 0] = (/^(\d+)\/(\d+)$/.exec(value) ?? []).map(Number);
  if (index >= 1 && index <= of) return { index, of };
  throw new InvalidArgumentError('It must be the number of a part and how many there are, as in 2/8.');
}
