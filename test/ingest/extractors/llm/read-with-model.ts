import { llmExtractor } from '../../../../ingest/extractors/llm/llm-extractor.js';
import type { LlmSettings } from '../../../../ingest/extractors/llm/llm-settings.js';
import { rulesExtractor } from '../../../../ingest/extractors/rules/rules-extractor.js';
import { shippedAuthority } from '../../../../ingest/lexicon/load-authority.js';
import type { SourceDocument } from '../../../../ingest/sources/source.js';
import { readText } from '../../../../ingest/sources/sources.js';
import type { DocumentGraph, ModelReading } from '../../../../src/model/document-graph.js';
import { type ChatHandler, type ChatRequest, startChatServer } from './chat-server.js';

const rules = rulesExtractor(shippedAuthority());
export const secretKey = 'sk-test-0123456789abcdef';

/** A journal with what rules miss: an opinion without a verb that says so, and names that no record has. */
export const journalText = `Journal of Counselor of the Soviet Embassy in the DPRK V.I. Ivanov for 3 August 1957

3 August 1957

I visited Nam II at the ministry. He told me that the harvest was good.

In the eyes of Nam II the plan of Mikoyan
was a mistake. They all hummed "Red Azaleas" on the way to Ryongbyol.

"The winter will be hard," was the word at the table of Mikoyan.
`;

export function documentOf(text: string): SourceDocument {
  const [document] = readText({ name: 'test.txt', bytes: new TextEncoder().encode(text) });
  if (document === undefined) throw new Error('the text holds no document');
  return document;
}

export function graphOfRules(document: SourceDocument): DocumentGraph {
  return rules.extract(document);
}

export function settingsFor(url: string): LlmSettings {
  return { url, model: 'test-model', key: secretKey, maxTokens: 1_000_000, maxSeconds: 20 };
}

export interface Reading {
  readonly document: SourceDocument;
  readonly graph: DocumentGraph;
  readonly model: ModelReading;
  readonly requests: readonly ChatRequest[];
}

/** What the extractor makes of a text while the model's server answers like this. */
export async function readWithModel(
  handler: ChatHandler,
  text = journalText,
  settings: Partial<LlmSettings> = {},
): Promise<Reading> {
  const server = await startChatServer(handler);
  try {
    const document = documentOf(text);
    const extractor = llmExtractor({ ...settingsFor(server.url), ...settings });
    const graph = await extractor.complete(document, graphOfRules(document));
    return { document, graph, model: modelOf(graph), requests: server.requests };
  } finally {
    await server.close();
  }
}

export function modelOf(graph: DocumentGraph): ModelReading {
  const { model } = graph.document.coverage;
  if (model === undefined) throw new Error('no model has read it');
  return model;
}

/** An answer with what is given, and nothing else. */
export function found(lists: {
  readonly entities?: readonly unknown[];
  readonly relations?: readonly unknown[];
  readonly statements?: readonly unknown[];
}) {
  return { entities: [], relations: [], statements: [], ...lists };
}

export function relation(type: string, source: string, target: string, quote: string, more: object = {}) {
  return { type, source, target, title: null, modality: 'ASSERTED', quote, ...more };
}

export function statement(speaker: string, mode: string, quote: string, more: object = {}) {
  return { speaker, mode, addressees: [], about: [], quote, ...more };
}
