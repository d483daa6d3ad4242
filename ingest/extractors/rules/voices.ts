import { type Authorship, titleRoles } from './author.js';
import type { ParsedDocument } from './document-reader.js';
import type { EntityDraft } from './entity-draft.js';

/** Who speaks where the text speaks for itself, and to whom. */
export interface Voice {
  readonly author: EntityDraft | null;
  readonly receivers: readonly EntityDraft[];
  /** Whether it is a paper that came with the document. */
  readonly isAttached: boolean;
}

/** "Note From the Soviet Government", "Statement Delivered by the Consul (Lehtinen)": a paper behind the document. */
const attachedHeading =
  /^(?:oral |verbal |draft |personal )?(?:note|message|letter|memorandum|telegram|statement|aide-m[ée]moire|paper|report) (?:from|by|delivered by|handed over by|prepared by|prepared in) [^.]{3,160}$/iu;

/** "For the Joint Chiefs of Staff:" */
export const signsFor = /^for the\b.{3,80}$/iu;

/** The voice of each sentence: that of the document, and behind the heading of an attached paper that of its sender. */
export function voicesOf(parsed: ParsedDocument, authorship: Authorship): readonly Voice[] {
  // "For the Joint Chiefs of Staff: Arleigh Burke": he signs, and they speak.
  const isForBody = parsed.sentences.slice(-6).some(({ paragraph }) => signsFor.test(paragraph.text));
  const { author, sender } = authorship;
  let voice: Voice = {
    author: isForBody ? (sender ?? author) : (author ?? sender),
    receivers: authorship.receivers,
    isAttached: false,
  };
  return parsed.sentences.map((sentence) => {
    const { paragraph } = sentence;
    if (paragraph.role !== 'title' && attachedHeading.test(paragraph.text.trim())) {
      const { author, sender, receivers } = titleRoles([sentence], parsed);
      voice = { author: author ?? sender, receivers, isAttached: true };
    }
    return voice;
  });
}
