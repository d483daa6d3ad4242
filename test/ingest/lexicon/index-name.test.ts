import { describe, expect, it } from '@jest/globals';
import { fullForms, readIndexName } from '../../../ingest/lexicon/index-name.js';

describe('a name of a list of persons', () => {
  it.each([
    ['Rankin, Karl L.', 'Rankin', 'Karl L. Rankin', ['Karl Rankin', 'K. L. Rankin', 'K. Rankin']],
    ['Stump, Admiral Felix B.', 'Stump', 'Felix B. Stump', ['Felix Stump']],
    ['Dodd, Thomas, Jr.', 'Dodd', 'Thomas Dodd, Jr.', ['Thomas Dodd Jr.', 'Thomas Dodd']],
    ['Franks, Sir Oliver', 'Franks', 'Oliver Franks', ['Sir Oliver', 'Sir Oliver Franks']],
    ['Chen Yi', 'Chen', 'Chen Yi', []],
    ['Soong, Tse-ven', 'Soong', 'Soong Tse-ven', ['Tse-ven Soong']],
    ['H. Freeman Matthews', 'Matthews', 'H. Freeman Matthews', ['Freeman Matthews', 'H. F. Matthews']],
    ['Tito', 'Tito', 'Tito', []],
    ['Nehru, Jawaharlal, M.P.', 'Nehru', 'Jawaharlal Nehru', ['J. Nehru']],
  ])('%s', (name, surname, usual, others) => {
    const read = readIndexName(name);
    const [first, ...forms] = fullForms(read);
    expect(read.surname).toBe(surname);
    expect(first).toBe(usual);
    expect(forms).toEqual(expect.arrayContaining(others));
  });

  it('gives a rank to nobody as a first name', () => {
    expect(readIndexName('Bradley, General of the Army Omar N.').titles).toEqual(['General']);
    expect(fullForms(readIndexName('Franks, Sir Oliver'))).not.toContain('Sir Franks');
  });
});
