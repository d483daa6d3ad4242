import { type CitationFormat, citation } from '../../src/citation/citation-formats.js';
import { citedPassage } from '../../src/citation/cited-passage.js';
import type { DocumentRecord } from '../../src/model/records.js';
import type { Args } from '../builder.js';
import { CitationFormatEnum } from '../enums.js';
import type { Loaders } from '../loaders.js';
import { knownDocument } from './known-document.js';

export const formatArg = (t: Args) =>
  t({ type: CitationFormatEnum, required: true, defaultValue: 'CHICAGO', description: 'The form to give.' });

function authorNames(loaders: Loaders, { authors }: DocumentRecord): Promise<readonly string[]> {
  return Promise.all(authors.map(async (id) => (await loaders.entity(id)).name));
}

export async function documentCitation(loaders: Loaders, document: DocumentRecord, format: CitationFormat) {
  return citation(format, document, await authorNames(loaders, document));
}

interface Passage {
  readonly document: string;
  readonly start: number;
  readonly end: number;
}

export async function passageCitation(loaders: Loaders, passage: Passage, format: CitationFormat) {
  const [document, text] = await Promise.all([
    knownDocument(loaders, passage.document),
    loaders.citedText(passage.document),
  ]);
  const cited = citedPassage(passage, text, document.publishedIn);
  return citation(format, document, await authorNames(loaders, document), cited);
}
