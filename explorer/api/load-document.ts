import { ask } from './ask.js';
import type { EntityHead } from './entity-head.js';

export interface SkippedPassage {
  readonly start: number;
  readonly end: number;
  /** Why it was left out. */
  readonly reason: string;
  readonly characters: number;
}

export interface ModelReading {
  readonly extractor: string;
  readonly parts: number;
  readonly partsRead: number;
  readonly proposed: number;
  readonly kept: number;
  readonly known: number;
  readonly failure: string | null;
}

export interface Coverage {
  readonly sentences: number;
  readonly sentencesWithFindings: number;
  readonly skipped: readonly SkippedPassage[];
  readonly model: ModelReading | null;
}

/** The parts of an archival reference, in the order in which archives count them. */
export const referenceParts = ['archive', 'fond', 'opis', 'papka', 'delo', 'listy'] as const;

export interface PublishedVolume {
  readonly title: string;
  readonly number: string | null;
  readonly publisher: string | null;
  readonly place: string | null;
  readonly year: string | null;
}

export interface SourceText {
  readonly id: string;
  readonly title: string;
  readonly date: string | null;
  readonly authors: readonly EntityHead[];
  readonly archivalReference: Readonly<Record<(typeof referenceParts)[number], string | null>> | null;
  readonly publishedIn: PublishedVolume | null;
  readonly citation: string | null;
  readonly url: string | null;
  readonly translator: string | null;
  readonly originalLanguage: string | null;
  readonly summary: string | null;
  readonly text: string;
  readonly coverage: Coverage;
}

export const documentQuery = `
  query Document($id: ID!) {
    document(id: $id) {
      id title date citation url translator originalLanguage summary text
      authors { id name kind }
      archivalReference { ${referenceParts.join(' ')} }
      publishedIn { title number publisher place year }
      coverage {
        sentences sentencesWithFindings
        skipped { start end reason characters }
        model { extractor parts partsRead proposed kept known failure }
      }
    }
  }`;

/** @returns `null` when the store has no such document. */
export async function loadDocument(id: string, signal: AbortSignal): Promise<SourceText | null> {
  const { document } = await ask<{ document: SourceText | null }>(documentQuery, { id }, signal);
  return document;
}
