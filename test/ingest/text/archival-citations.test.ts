import { describe, expect, it } from '@jest/globals';
import { archivalCitations } from '../../../ingest/text/archival-citations.js';

const cited = (text: string) => archivalCitations(text).map(({ start, end }) => text.slice(start, end));

describe('archival citations', () => {
  it.each([
    '(State Archive, Files of the Minister, Box B–12)',
    '(Ibid., RG 84, Oslo Embassy)',
    '(AVPRF, Fond 0102, Opis 13, Papka 72, Delo 5)',
    '(f. 5, op. 28, d. 486)',
    '(Norwegian Foreign Ministry Archives, talks of 1956)',
    '(Public Papers: Holm, 1956, pages 8–9)',
  ])('are found: %s', (bracket) => {
    expect(cited(`He said so. ${bracket} Then he left (by train).`)).toEqual([bracket]);
  });

  it.each([
    '(some workers of the Bergen shipyard)',
    '(Holm’s papers, of course)',
    '(Lot and his wife)',
    '(in the files)',
  ])('are no other brackets: %s', (bracket) => {
    expect(cited(`He said so. ${bracket}`)).toEqual([]);
  });
});
