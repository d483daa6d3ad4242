import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { createPipeline, type Pipeline } from '../ingest/pipeline.js';
import type { SourceDocument } from '../ingest/sources/source.js';
import { isPartialDate } from '../src/model/partial-date.js';
import { collect } from './collect.js';
import { expectValidGraph, passagesOf } from './ingest/expect-valid-graph.js';

const textFiles = (folder: URL) =>
  existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : [];
const samples = new URL('../samples/', import.meta.url);
/** Archival documents that may not be passed on with the project; beside the clone, where somebody has them. */
const corpus = new URL('../../shared/corpus/', import.meta.url);

let pipeline: Pipeline;
beforeAll(async () => {
  pipeline = await createPipeline();
});

async function read(folder: URL, name: string): Promise<SourceDocument> {
  const documents = await collect(pipeline.read({ name, bytes: readFileSync(new URL(name, folder)) }));
  expect(documents).toHaveLength(1);
  return documents[0] as SourceDocument;
}

describe('the samples', () => {
  it('are ten, listed in their README', () => {
    const readme = readFileSync(new URL('README.md', samples), 'utf8');
    const listed = [...readme.matchAll(/^\| `([^`]+\.txt)`/gm)].map(([, name]) => name);
    expect(listed).toEqual(textFiles(samples));
    expect(listed).toHaveLength(10);
  });

  it.each(textFiles(samples))('%s says first that it is none of an archive, outside its body', async (name) => {
    const document = await read(samples, name);
    const [firstLine = ''] = document.text.split('\n');
    expect(firstLine).toMatch(/^\[Sample written for this repository\b.*not an archival document\.\]$/);
    expect(document.apparatus[0]).toEqual({ start: 0, end: firstLine.length, what: 'notice' });
    expect(document.body.start).toBeGreaterThan(firstLine.length);
    expect(document.title).not.toContain('Sample');
  });

  it.each(textFiles(samples))('%s has a title, the date of its name, and three to nine hundred words', async (name) => {
    const document = await read(samples, name);
    const date = /^\d{4}-\d{2}(?:-\d{2})?/.exec(name)?.[0] ?? '';
    expect(isPartialDate(date)).toBe(true);
    expect(document.date).toBe(date);
    expect(document.text.slice(document.titleRange?.start, document.titleRange?.end)).toBe(document.title);
    const words = document.text.split(/\s+/).length;
    expect(words).toBeGreaterThanOrEqual(300);
    expect(words).toBeLessThanOrEqual(900);
  });

  it('have identifiers of their own, the same each time', async () => {
    const readIds = async () =>
      (await Promise.all(textFiles(samples).map((name) => read(samples, name)))).map(({ id }) => id);
    const ids = await readIds();
    expect(new Set(ids).size).toBe(ids.length);
    expect(await readIds()).toEqual(ids);
  });

  it('are of both formats, and share people and bodies', async () => {
    const documents = await Promise.all(textFiles(samples).map((name) => read(samples, name)));
    expect(new Set(documents.map(({ format }) => format))).toEqual(new Set(['wilson-center', 'plain-text']));
    const graphs = await Promise.all(documents.map((document) => pipeline.extract(document)));
    const found = graphs.map(({ entities }) => new Set(entities.map(({ id }) => id)));
    for (const id of ['person:kim-il-sung', 'person:nam-il', 'organization:cpsu-cc', 'place:pyongyang']) {
      expect({ id, documents: found.filter((ids) => ids.has(id)).length >= 4 }).toEqual({ id, documents: true });
    }
  });

  it.each(textFiles(samples))('%s: every quotation is the text in its place', async (name) => {
    const graph = await expectValidGraph(pipeline, await read(samples, name));
    expect(passagesOf(graph).length).toBeGreaterThan(30);
    expect(graph.relations.length).toBeGreaterThan(0);
    expect(graph.statements.length).toBeGreaterThan(0);
  });
});

if (textFiles(corpus).length === 0) {
  process.stderr.write(
    'SKIPPED: ../shared/corpus has no documents: the quotations of archival documents are not checked. Put text files there.\n',
  );
} else {
  describe('the corpus', () => {
    it.each(textFiles(corpus))('%s: every quotation is the text in its place', async (name) => {
      const graph = await expectValidGraph(pipeline, await read(corpus, name));
      expect(passagesOf(graph).length).toBeGreaterThan(0);
    });
  });
}
