import type { Authorship } from './author.js';
import type { ParsedDocument } from './document-reader.js';
import type { EntityDraft } from './entity-draft.js';
import { type TalkTime, talkTime } from './talk-heads.js';
import { listedAsPresent } from './talks.js';

/** The meeting that the title names, or a line above the list of those present. */
export function titleEvent({ sentences, registry }: ParsedDocument): EntityDraft | undefined {
  const list = sentences.findIndex(({ paragraph }) => listedAsPresent(paragraph.text));
  const titles = sentences.filter(({ paragraph }, index) => paragraph.role === 'title' || index < list);
  const term = titles.flatMap(({ units }) =>
    units.flatMap((unit) => (unit.term?.kind === 'EVENT' && unit.term.mention === 'name' ? [unit.term] : [])),
  )[0];
  return term === undefined ? undefined : registry.find(term, 'EVENT');
}

/** What title and head tell of the talk that the document records: of the first one, where the title is of a talk. */
export function recordedTalk(
  { sentences }: ParsedDocument,
  { conversation }: Authorship,
  told: TalkTime | null,
): { readonly title: string; readonly time: TalkTime | null } {
  const title = sentences.find(({ paragraph }) => paragraph.role === 'title')?.paragraph.text ?? '';
  return { title, time: told ?? (conversation.length > 0 ? talkTime(title, []) : null) };
}
