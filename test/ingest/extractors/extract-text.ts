import { rulesExtractor } from '../../../ingest/extractors/rules/rules-extractor.js';
import { shippedAuthority } from '../../../ingest/lexicon/load-authority.js';
import { readText } from '../../../ingest/sources/sources.js';
import type { DocumentGraph } from '../../../src/model/document-graph.js';

const extractor = rulesExtractor(shippedAuthority());

/** The graph of a text given as one string. */
export function extractText(text: string): DocumentGraph {
  const [document] = readText({ name: 'test.txt', bytes: new TextEncoder().encode(text) });
  if (document === undefined) throw new Error('the text holds no document');
  return extractor.extract(document);
}

/** A page of a journal by V. I. Ivanov with this body. */
export function journal(body: string): DocumentGraph {
  return extractText(
    `Journal of Counselor of the Soviet Embassy in the DPRK V.I. Ivanov for 3 August 1957\n\n3 August 1957\n\n${body}\n`,
  );
}

/** Relations as "TYPE source → target", with names. */
export function relationLines(graph: DocumentGraph): readonly string[] {
  const name = names(graph);
  return graph.relations.map(({ type, source, target }) => `${type} ${name(source)} → ${name(target)}`);
}

/** Statements as "speaker MODE addressees: about". */
export function statementLines(graph: DocumentGraph): readonly string[] {
  const name = names(graph);
  return graph.statements.map(
    ({ speaker, mode, addressees, about }) =>
      `${name(speaker)} ${mode} ${addressees.map(name).join(', ')}: ${about.map(name).join(', ')}`,
  );
}

function names(graph: DocumentGraph): (id: string) => string {
  const byId = new Map(graph.entities.map(({ id, name }) => [id, name]));
  return (id) => byId.get(id) ?? id;
}
