import type { FieldsOf } from '../builder.js';
import { limits } from '../limits.js';
import { recordCost } from '../query-cost.js';
import { reads } from '../reads.js';
import { DocumentRef } from '../references.js';
import { formatArg, passageCitation } from './citations.js';
import { knownDocument } from './known-document.js';
import { contextOf, TextContext } from './text-context.js';

interface Passage {
  readonly document: string;
  readonly start: number;
  readonly end: number;
}

/**
 * What every record that stands in a text has.
 *
 * @param type - Of the record, where it is one that a store may give in part.
 */
export function passageFields<Shape extends Passage>(t: FieldsOf<Shape>, type?: 'statement' | 'evidence' | 'mention') {
  const reading = (field: keyof Passage) => reads(type === undefined ? {} : { [type]: [field] });
  return {
    document: t.field({
      type: DocumentRef,
      description: 'The document in whose text it stands.',
      extensions: reading('document'),
      resolve: ({ document }, _args, { loaders }, info) => knownDocument(loaders, document, info),
    }),
    start: t.int({
      description: "Where it begins, in UTF-16 code units of the document's text as received.",
      extensions: reading('start'),
      resolve: ({ start }) => start,
    }),
    end: t.int({
      description: 'Where it ends; `text.slice(start, end)` is the passage.',
      extensions: reading('end'),
      resolve: ({ end }) => end,
    }),
    cite: t.string({
      description:
        'The document with the place of the passage, ready to be cited: its page where the pages of a volume are known, else its paragraph in the text as received.',
      args: { format: formatArg(t.arg) },
      complexity: recordCost,
      resolve: (passage, { format }, { loaders }) => passageCitation(loaders, passage, format),
    }),
    context: t.field({
      type: TextContext,
      description: 'The passage with the text around it.',
      args: {
        characters: t.arg.int({
          description: `UTF-16 code units to give on either side: 0 to ${limits.maxContextCharacters}, ${limits.defaultContextCharacters} where left out.`,
        }),
      },
      resolve: (passage, { characters }, { loaders }) => contextOf(loaders, passage, characters),
    }),
  };
}
