/**
 * Reads citations with Citation.js, and prints what it found as CSL-JSON: a list of texts comes in on standard input, a list
 * of lists of items goes out. A process of its own, since Jest can't load what the package requires.
 */
import { text } from 'node:stream/consumers';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';

const written = JSON.parse(await text(process.stdin));
process.stdout.write(JSON.stringify(written.map((citation) => new Cite(citation).data)));
