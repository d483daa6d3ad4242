import { createHash } from 'node:crypto';
import type { ExtractedDocument, PublishedVolume } from '../../src/model/document-graph.js';
import type { Edition } from './edition.js';
import type { SourceDocument } from './source.js';

function publishedVolume({ volume, imprint, number, pages }: Edition): PublishedVolume | null {
  if (volume === '') return null;
  return { title: volume, ...imprint, ...(number === null ? {} : { number }), pages };
}

/** What a document carries into its graph from the archive's apparatus. */
export function sourceMetadata(document: SourceDocument): Omit<ExtractedDocument, 'authors' | 'coverage' | 'text'> {
  const { id, title, date, archivalReference, citation, url, translator, originalLanguage, summary, format } = document;
  const contentHash = createHash('sha256').update(document.text, 'utf8').digest('hex');
  return {
    id,
    title,
    date,
    archivalReference,
    publishedIn: document.edition === undefined ? null : publishedVolume(document.edition),
    citation,
    url,
    translator,
    originalLanguage,
    summary,
    format,
    contentHash,
  };
}
