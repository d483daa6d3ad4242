import type { EntityDraft } from './entity-draft.js';
import { moveLast } from './recent-entities.js';

/** Bare, an office once or twice may stand right before the name of its holder. */
const fewestUnnamed = 3;

/** Who holds the posts that a text speaks of, by the heads of the posts ("ambassador"). */
export class PostHolders {
  readonly #holders = new Map<string, readonly EntityDraft[]>();
  /** How often a post stood bare before anybody was named with it. */
  readonly #unnamed = new Map<string, number>();

  /** Latest last. */
  of(head: string): readonly EntityDraft[] {
    return this.#holders.get(head) ?? [];
  }

  /**
   * Whether the bare post is somebody whom the text doesn't name: minutes that spoke of "the President" all along don't
   * mean President Rhee by it, once they mention him.
   */
  isOtherwiseHeld(head: string): boolean {
    return (this.#unnamed.get(head) ?? 0) >= fewestUnnamed;
  }

  /** "the Secretary" is short for the Secretary of State. */
  note(head: string, holder: EntityDraft): void {
    for (const key of new Set([head, head.replace(/ (?:of|for) .*$/, '')]))
      this.#holders.set(key, moveLast(this.of(key), holder));
  }

  noteUnnamed(head: string): void {
    if (!this.#holders.has(head)) this.#unnamed.set(head, (this.#unnamed.get(head) ?? 0) + 1);
  }
}
