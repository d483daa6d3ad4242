import { hash } from 'node:crypto';

/** Of one part of the files; numbers of `neo4j-admin` end at 2 ** 56. */
const numbersOfPart = 2 ** 40;

/**
 * Numbers that stand for identifiers in the files: neo4j-admin keeps what nodes are told by until it is done, of texts more than the
 * database is large.
 *
 * What only one document speaks of is counted. All else has a part of its hash, 56 bits, since several threads name it: that two of ten
 * million relations get the same happens once in 1,400 archives, and neo4j-admin refuses these.
 */
export class ImportNumbers {
  readonly #ofDocument = new Map<string, number>();
  #next: number;

  /** @param part - Tells the parts apart that are written at once, below 8,192. */
  constructor(part: number) {
    this.#next = part * numbersOfPart;
  }

  /** @param isOfDocument - Whether it is named by the document's own rows alone. */
  of(identifier: string, isOfDocument: boolean): string {
    if (!isOfDocument) return BigInt(`0x${hash('sha1', identifier).slice(0, 14)}`).toString();
    let number = this.#ofDocument.get(identifier);
    if (number === undefined) {
      number = this.#next++;
      this.#ofDocument.set(identifier, number);
    }
    return String(number);
  }

  /** To be called between documents. */
  forgetDocument(): void {
    this.#ofDocument.clear();
  }
}
