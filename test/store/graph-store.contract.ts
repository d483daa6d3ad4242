import { afterAll, beforeAll, beforeEach, describe, expect } from '@jest/globals';
import type { GraphBatch } from '../../src/model/records.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { behavesInWalks } from './contract/behaves-in-walks.js';
import { behavesLikeEditedGraph } from './contract/behaves-like-edited-graph.js';
import { behavesLikePlainGraph } from './contract/behaves-like-plain-graph.js';
import { findsNames } from './contract/finds-names.js';
import { findsPatterns } from './contract/finds-patterns.js';
import { groupsStatements } from './contract/groups-statements.js';
import { keepsLedger } from './contract/keeps-ledger.js';
import { keepsTokens } from './contract/keeps-tokens.js';
import { linksDocuments } from './contract/links-documents.js';
import { loadsDocuments } from './contract/loads-documents.js';
import { pagesClaims } from './contract/pages-claims.js';
import { pagesRecords } from './contract/pages-records.js';
import { readsBriefly } from './contract/reads-briefly.js';
import { refusesInvalidGraphs } from './contract/refuses-invalid-graphs.js';
import { searchesDocuments } from './contract/searches-documents.js';
import { searchesLikePlain } from './contract/searches-like-plain.js';
import { searchesLoosely } from './contract/searches-loosely.js';
import { searchesPassages } from './contract/searches-passages.js';
import { setsAccountsSideBySide } from './contract/sets-accounts-side-by-side.js';
import { stopsReads } from './contract/stops-reads.js';
import { suggestsNames } from './contract/suggests-names.js';

import { tellsTimelinesAndStats } from './contract/tells-timelines-and-stats.js';
import { tellsTimesApart } from './contract/tells-times-apart.js';
import { writesDocuments } from './contract/writes-documents.js';
import { writesSeveralDocuments } from './contract/writes-several-documents.js';
import { undoAll } from './store-contents.js';

/** A store for one file of tests, and what has to be done when it is no longer needed. */
export interface OpenedStore {
  readonly store: GraphStore;
  dispose(): Promise<void>;
}

/** Gives the store to the tests, which are declared before it is open. */
export interface CurrentStore {
  (): GraphStore;
  /** Declares tests that only read: what they read is written once for all of them, since a server takes longer to write than to answer. */
  withDocuments(documents: readonly GraphBatch[], tests: () => void): void;
}

async function deleteDocuments(store: GraphStore): Promise<void> {
  for (;;) {
    const [page] = await store.documentPages([null], {}, { first: 100 });
    if (!page || page.items.length === 0) return;
    for (const { record } of page.items) await store.deleteDocument(record.id);
  }
}

/**
 * Takes away every document and takes back every edit by the contract itself, which is quick on any back end. What is
 * undone is still to be read in the ledger.
 */
export async function emptyStore(store: GraphStore): Promise<void> {
  // Without documents nothing is rewritten when an edit goes; those that people had deleted come back by it.
  await deleteDocuments(store);
  await undoAll(store);
  await deleteDocuments(store);
}

/**
 * The behaviours of `GraphStore`. A back end's test file only opens a store, which is empty and stays the suite's own;
 * it is opened once a file, and every test begins with no document in it but those that it shares.
 *
 * @param propertyRuns - How many generated inputs each property is tried on: fewer where each takes a server seconds.
 * @param editsBetweenLooks - Of a thousand random edits, after how many the whole graph is compared.
 */
export function describeGraphStore(
  name: string,
  open: () => Promise<OpenedStore>,
  { propertyRuns = 60, editsBetweenLooks = 1 }: { propertyRuns?: number; editsBetweenLooks?: number } = {},
): void {
  describe(`graph store: ${name}`, () => {
    let opened: OpenedStore | undefined;
    const store = () => {
      if (!opened) throw new Error(`${name} did not open`);
      return opened.store;
    };
    let isShared = false;
    const withDocuments = (documents: readonly GraphBatch[], tests: () => void) => {
      describe('of the same documents', () => {
        beforeAll(async () => {
          await emptyStore(store());
          for (const document of documents) await store().putDocument(document);
          isShared = true;
        }, 60_000);
        afterAll(async () => {
          isShared = false;
          // No test has changed what the others read.
          expect((await store().stats()).documents).toBe(documents.length);
          expect(await store().putDocuments(documents)).toEqual(documents.map(() => 'unchanged'));
        });
        tests();
      });
    };
    const current: CurrentStore = Object.assign(store, { withDocuments });

    beforeAll(async () => {
      opened = await open();
    }, 120_000);
    beforeEach(async () => {
      if (!isShared) await emptyStore(store());
    }, 60_000);
    afterAll(async () => {
      await opened?.dispose();
    }, 60_000);

    writesDocuments(current);
    writesSeveralDocuments(current);
    loadsDocuments(current);
    linksDocuments(current, propertyRuns);
    keepsTokens(current);
    keepsLedger(current);
    refusesInvalidGraphs(current);
    pagesRecords(current);
    pagesClaims(current);
    readsBriefly(current);
    findsNames(current);
    searchesPassages(current);
    searchesLoosely(current);
    searchesDocuments(current);
    searchesLikePlain(current, propertyRuns);
    suggestsNames(current, propertyRuns);
    behavesInWalks(current);
    findsPatterns(current);
    groupsStatements(current);
    setsAccountsSideBySide(current);
    stopsReads(current);
    tellsTimelinesAndStats(current);
    tellsTimesApart(current);
    behavesLikePlainGraph(current, propertyRuns);
    behavesLikeEditedGraph(current, editsBetweenLooks);
  });
}
