import { describe, expect, it } from '@jest/globals';
import { graphql, parse, subscribe } from 'graphql';
import { createContext } from '../../schema/context.js';
import { schema } from '../../schema/schema.js';
import type { IngestJobs } from '../../src/jobs/ingest-jobs.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { jobsOn } from '../jobs/jobs-on.js';
import { ask, type OpenStore } from './ask.js';

// biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its query, which each test knows.
type Answer = any;

const editor = { name: 'Ann', role: 'EDITOR' } as const;

const volume = (end: string) =>
  `<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="letters-v1"><teiHeader><fileDesc><titleStmt>
   <title type="complete">Letters of Consuls, Volume I</title></titleStmt></fileDesc></teiHeader><text><body>
   ${[1, 2, 3]
     .map(
       (number) => `<div type="document" xml:id="d${number}" n="${number}"><head>${number}. Letter</head>
        <p>On ${number} May 1957 Harlan Whitcombe visited Comrade Tobias Quillfeather.</p></div>`,
     )
     .join('')}${end}`;

export function ingest(open: OpenStore): void {
  describe('documents that come in', () => {
    async function run(store: GraphStore, jobs: IngestJobs, input: Record<string, string>): Promise<Answer[]> {
      const contextValue = createContext(store, editor, jobs);
      const begun = await graphql({
        schema,
        source: 'mutation Ingest($input: IngestInput!) { ingestDocument(input: $input) { id name by state } }',
        variableValues: { input },
        contextValue,
      });
      if (begun.errors?.[0]) throw begun.errors[0].originalError ?? begun.errors[0];
      const { id } = (begun.data as Answer).ingestDocument;
      const events = await subscribe({
        schema,
        document: parse(`subscription { ingestProgress(job: "${id}") { state stage progress documents documentsDone
          startedAt finishedAt error { code message cure }
          report { added replaced unchanged documentIds entities relations statements
                   coverage { sentences sentencesWithFindings incomplete skipped { reason characters } } } } }`),
        contextValue: createContext(store, editor, jobs),
      });
      if (!(Symbol.asyncIterator in events)) throw events.errors?.[0]?.originalError ?? new Error('No events came.');
      const told: Answer[] = [];
      for await (const { data } of events) told.push(JSON.parse(JSON.stringify((data as Answer).ingestProgress)));
      return told;
    }

    it('are told of from their beginning to their end, and are in the graph then', async () => {
      const store = await open();
      const jobs = jobsOn(store);
      const text = 'On 3 May 1957 Harlan Whitcombe visited Comrade Tobias Quillfeather.\n';
      const told = await run(store, jobs, { text, name: 'a letter' });
      const last = told.at(-1);
      expect(told[0]).toMatchObject({ state: 'RUNNING', progress: 0, finishedAt: null });
      expect(told.map(({ progress }) => progress)).toEqual(told.map(({ progress }) => progress).sort());
      expect(last).toMatchObject({ state: 'DONE', stage: 'FINISHED', progress: 1, documents: 1, documentsDone: 1 });
      expect(last.report).toMatchObject({ added: 1, replaced: 0, unchanged: 0 });
      expect(last.report.coverage).toEqual({ sentences: 1, sentencesWithFindings: 1, incomplete: 0, skipped: [] });
      const [id] = last.report.documentIds;
      const { document } = await ask(store, `{ document(id: "${id}") { text entities { nodes { name } } } }`);
      expect(document.text).toBe(text);
      expect(document.entities.nodes).toHaveLength(last.report.entities);

      const again = (await run(store, jobs, { text })).at(-1);
      expect(again.report).toMatchObject({ added: 0, unchanged: 1, documentIds: [id], entities: 0 });
      const { data } = await graphql({
        schema,
        source: '{ jobs(last: 1) { nodes { name by state } pageInfo { hasPreviousPage } } }',
        contextValue: createContext(store, editor, jobs),
      });
      expect(JSON.parse(JSON.stringify(data)).jobs).toEqual({
        nodes: [{ name: 'text', by: 'Ann', state: 'DONE' }],
        pageInfo: { hasPreviousPage: true },
      });
      await jobs.close();
    });

    it('are all of a volume or, where it is broken at its end, none', async () => {
      const store = await open();
      const jobs = jobsOn(store);
      const broken = (await run(store, jobs, { text: volume('<div>'), name: 'broken.xml' })).at(-1);
      expect(broken).toMatchObject({ state: 'FAILED', error: { code: 'UNREADABLE_INPUT' }, report: { added: 0 } });
      expect(broken.error.message).toContain('broken.xml');
      expect((await store.stats()).documents).toBe(0);
      const whole = (await run(store, jobs, { text: volume('</body></text></TEI>') })).at(-1);
      expect(whole).toMatchObject({ state: 'DONE', documents: 3, documentsDone: 3, report: { added: 3 } });
      expect((await store.stats()).documents).toBe(3);
      await jobs.close();
    });

    it('are refused with what to do where nothing, or both, is given', async () => {
      const store = await open();
      const jobs = jobsOn(store);
      await expect(run(store, jobs, {})).rejects.toMatchObject({ code: 'BAD_ARGUMENT', cure: 'Give one of them.' });
      await expect(run(store, jobs, { text: 'a', url: 'b' })).rejects.toMatchObject({ code: 'BAD_ARGUMENT' });
      await jobs.close();
    });
  });
}
