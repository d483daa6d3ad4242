import { describe, expect, it } from '@jest/globals';
import type { AuthorityRecord } from '../../../ingest/lexicon/authority-record.js';
import { joinAuthorities } from '../../../ingest/lexicon/roster.js';

const shipped: readonly AuthorityRecord[] = [
  { id: 'person:karl-l-rankin', kind: 'PERSON', name: 'Karl L. Rankin', aliases: ['Karl Rankin'], surname: 'Rankin' },
  { id: 'person:jan-kovac', kind: 'PERSON', name: 'Jan Kovac', aliases: ['J. Kovac'], surname: 'Kovac' },
];
const listed = (id: string, name: string): AuthorityRecord => ({ id, kind: 'PERSON', name, aliases: [] });

function joined(...added: AuthorityRecord[]) {
  const { records, roster } = joinAuthorities(shipped, added);
  return records.filter(({ id }) => roster.has(id));
}

describe('records given for documents', () => {
  it('are the shipped ones where a full name is the same, and keep their own identifier beside', () => {
    const [rankin] = joined(listed('p_RKL1', 'Rankin, Karl L.'));
    expect(rankin).toMatchObject({ id: 'person:karl-l-rankin', recordId: 'p_RKL1', name: 'Karl L. Rankin' });
    expect(joinAuthorities(shipped, [listed('p_RKL1', 'Rankin, Karl L.')]).records).toHaveLength(shipped.length);
  });

  it('are people of their own where nothing but initials agree', () => {
    expect(joined(listed('p_KJ1', 'Kovac, Josef'))[0]?.id).toBe('person:josef-kovac');
  });

  it('are the shipped ones where the name is one in another romanisation, all of it', () => {
    const known: AuthorityRecord = { id: 'person:ho-chol-su', kind: 'PERSON', name: "Hŏ Ch'ŏl-su", aliases: [] };
    const idOf = (name: string) => [...joinAuthorities([...shipped, known], [listed('p_5', name)]).roster][0];
    expect(idOf('Huh, Chul Soo')).toBe('person:ho-chol-su');
    expect(idOf('Heo, Cheolsu')).toBe('person:ho-chol-su');
    expect(idOf('Huh, Chul')).toBe('person:chul-huh');
    expect(idOf('Huh, C. S.')).toBe('person:c-s-huh');
  });

  it('get identifiers of their own where two have one name', () => {
    const ids = joined(listed('p_1', 'Smith, John'), listed('p_2', 'Smith, John')).map(({ id }) => id);
    expect(ids).toEqual(['person:john-smith', 'person:john-smith-p-2']);
  });

  it('keep an identifier that is one of the graph, and replace the shipped record', () => {
    const own = { ...listed('person:jan-kovac', 'Kovac, Jan'), description: 'Minister' };
    expect(joined(own)[0]).toMatchObject({ id: 'person:jan-kovac', description: 'Minister' });
    expect(joined(own)[0]).not.toHaveProperty('recordId');
  });

  it('have the names in their brackets, and a scanned syllable mended', () => {
    const [record] = joined(listed('p_3', 'Yeh, George K.C. (Yeh Kung-chao)'));
    expect(record?.aliases).toEqual(expect.arrayContaining(['George Yeh', 'Yeh Kung-chao']));
    expect(joined(listed('p_4', 'Han II Mu'))[0]?.aliases.join()).not.toContain('II');
  });
});
