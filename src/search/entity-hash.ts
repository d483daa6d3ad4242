import { createHash } from 'node:crypto';
import { boundedMemo } from '../names/bounded-memo.js';

/** 60 bits: of a hundred million entities, two share one with a probability of less than one in two hundred. */
const hashDigits = 15;

/** An entity's identifier as part of a token, which holds only a–z and 0–9. */
export const entityHash = boundedMemo((id: string) => createHash('sha1').update(id).digest('hex').slice(0, hashDigits));
