import type { Authorship } from './author.js';
import type { Discourse } from './discourse.js';
import type { GraphDraft } from './graph-draft.js';

/** Papers that carry news to the one they go to. */
const carriesNews = /\b(?:letter|telegram|cable|memorandum|message|note|despatch|dispatch|report|airgram)\b/iu;

/** "Memorandum From A to B": who sends a paper informs those whom it goes to. */
export function correspondence(discourse: Discourse, { author, receivers }: Authorship, graph: GraphDraft): void {
  if (author === null || receivers.length === 0) return;
  const title = discourse.sentences.find(({ paragraph }) => paragraph.role === 'title');
  if (title === undefined || !carriesNews.test(title.paragraph.text)) return;
  const range = { start: title.sentence.start, end: title.sentence.end };
  for (const receiver of receivers) {
    graph.relate('INFORMED', author, receiver, { range, rule: 'sent-to', confidence: 0.75, date: title.date });
  }
}
