import { BadArgumentError } from '../../src/errors.js';
import type { IngestContent } from '../../src/jobs/ingest-jobs.js';
import { checkedInputName } from '../../src/jobs/input-name.js';
import { builder, type MutationFields } from '../builder.js';
import { exampled } from '../exampled.js';
import { jobsOf } from '../jobs-of.js';
import { needing } from '../needed-role.js';
import { IngestJobRef } from '../references.js';
import { editorOf } from './editor-of.js';

const IngestInput = builder.inputType('IngestInput', {
  description:
    'What is to be read. Give text or url. A file is sent to POST /ingest?name=NAME as it is, and answered with its job.',
  fields: (t) => ({
    text: t.string({
      description: exampled(
        'The text itself: plain text, HTML or TEI, as the command line reads it.',
        'On 3 May 1957 Nam Il visited the Embassy.',
      ),
    }),
    url: t.string({
      description: exampled(
        'An http(s) address, where whoever runs the server allows it.',
        'https://example.org/letters/1.html',
      ),
    }),
    name: t.string({
      description: exampled(
        'What it is called in messages; "text", or the address, where left out. Formats are told by content.',
        'letter of 3 May',
      ),
    }),
  }),
});

async function* oneChunk(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text, 'utf8');
}

function contentOf(text: string | null | undefined, url: string | null | undefined): IngestContent {
  if (text != null && url == null) return { bytes: oneChunk(text) };
  if (url != null && text == null) return { url };
  throw new BadArgumentError(
    text == null ? 'The input has neither text nor url.' : 'The input has both text and url.',
    'Give one of them.',
  );
}

export const ingestDocument = (t: MutationFields) =>
  t.field({
    type: IngestJobRef,
    ...needing('EDITOR', 'Begins to read documents into the graph, and answers at once with the job that does it.'),
    args: { input: t.arg({ type: IngestInput, required: true, description: 'What is to be read.' }) },
    resolve: (_root, { input: { text, url, name } }, context) =>
      jobsOf(context).begin({
        name: checkedInputName(name ?? url ?? 'text'),
        by: editorOf(context),
        content: contentOf(text, url),
      }),
  });
