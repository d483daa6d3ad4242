import { describe, expect, it } from '@jest/globals';
import { rulesExtractor } from '../../../ingest/extractors/rules/rules-extractor.js';
import type { AuthorityRecord } from '../../../ingest/lexicon/authority-record.js';
import { readText } from '../../../ingest/sources/sources.js';

const person = (id: string, name: string, description: string): AuthorityRecord => ({
  id,
  kind: 'PERSON',
  name,
  aliases: [],
  description,
});
/** The list of persons of a volume, as its editors would print it. */
const list = [
  person('p_WJ', 'Warren, James', 'Secretary of State'),
  person('p_WP', 'Warren, Peter K.', 'Director of the Budget'),
  person('p_YA', 'You, Arthur', 'Consul in Riga'),
  person('p_LH', 'Lund, Harold', 'Ambassador in Norway'),
  person('p_TE', 'Toll, Edgar', 'Chairman of the Board of Trade'),
  person('p_LS', 'Long, Simon', 'Counselor of Embassy in Norway'),
  person('p_DM', 'Drew, Mary Agatha', 'Minister of Trade'),
  person('p_PA', 'Pole, Anna', 'Minister of Health'),
];
const extractor = rulesExtractor([], list);

/** "surface→record" of every mention of somebody who was linked. */
function links(text: string): readonly string[] {
  const [document] = readText({ name: 'test.txt', bytes: new TextEncoder().encode(text) });
  if (document === undefined) throw new Error('the text holds no document');
  return extractor
    .extract(document)
    .entities.flatMap(({ authority, mentions }) =>
      authority === undefined
        ? []
        : mentions.flatMap(({ text: surface, start, kind }) =>
            kind === 'pronoun' ? [] : [{ start, link: `${surface}→${authority}` }],
          ),
    )
    .sort((a, b) => a.start - b.start)
    .map(({ link }) => link);
}

describe('persons of a list given with the documents', () => {
  it.each([
    ['goes by the office before the name', 'Yesterday Director Warren replied that it was late.', ['Warren→p_WP']],
    ['goes by the office behind it', 'They asked Mr. Warren, Director of the Budget, for it.', ['Warren→p_WP']],
    ['is the higher of two where nothing else tells', 'Mr. Warren said that it was late.', ['Warren→p_WJ']],
    ['is whom the full name names', 'They asked Peter K. Warren to wait.', ['Peter K. Warren→p_WP']],
    ['is nobody where the first name is another', 'They asked Robert Lund to wait.', []],
    ['goes by a second name in a letter to her', 'Dear Agatha: It is late.', ['Agatha→p_DM']],
    ['is the woman of the list, by “Mrs.”', 'They asked Mrs. Pole to wait.', ['Mrs. Pole→p_PA']],
    ['is not the wife', 'They asked Mrs. Lund to wait.', []],
    ['is no word of the language', 'You might ask Mr. Toll, and you should.', ['Toll→p_TE']],
    ['is one all the same behind a title', 'It took long. Mr. Long left.', ['Long→p_LS']],
    ['stands inside the name of a body', 'It was referred to the Toll Committee.', ['Toll→p_TE']],
    [
      'is known by the first name in a letter to a friend',
      'Dear Harold:\n\nEdgar and I thank you.',
      ['Harold→p_LH', 'Edgar→p_TE'],
    ],
    ['is not known by the first name elsewhere', 'They heard that Edgar was a famous play.', []],
    ['has telegraphic titles', 'Amb Lund told Secy Warren it was late.', ['Lund→p_LH', 'Warren→p_WJ']],
  ])('a bearer %s', (_, text, expected) => {
    expect(links(text)).toEqual(expected);
  });
});

describe('letters before the turns of a transcript', () => {
  const call = (who: string) =>
    `Telephone Conversation Between ${who}\n\nL: Good morning.\n\nT: Is it done?\n\nL: It is.\n`;

  it('stand for those whom the head names', () => {
    expect(links(call('Harold Lund and Edgar Toll'))).toEqual([
      'Harold Lund→p_LH',
      'Edgar Toll→p_TE',
      'L→p_LH',
      'T→p_TE',
      'L→p_LH',
    ]);
  });

  it('stay letters where they could be two of them', () => {
    expect(links(call('Harold Lund and Simon Long'))).toEqual(['Harold Lund→p_LH', 'Simon Long→p_LS']);
  });
});

describe('namesakes that nothing tells apart', () => {
  const brothers = [person('p_GA', 'Grant, Anton', 'Consul'), person('p_GB', 'Grant, Boris', 'Consul')];
  const grants = (text: string) => {
    const [document] = readText({ name: 'test.txt', bytes: new TextEncoder().encode(text) });
    if (document === undefined) throw new Error('the text holds no document');
    const { entities } = rulesExtractor([], brothers).extract(document);
    return entities
      .filter(({ name }) => name.endsWith('Grant'))
      .map(({ name, authority, candidates }) => ({ name, authority, candidates }));
  };

  it('leaves the link open, with its candidates', () => {
    expect(grants('Mr. Grant came to Riga.')).toEqual([
      { name: 'Grant', authority: undefined, candidates: ['p_GA', 'p_GB'] },
    ]);
  });

  it('closes it where the text gives the first name', () => {
    expect(grants('Mr. Anton Grant came to Riga.')).toEqual([
      { name: 'Anton Grant', authority: 'p_GA', candidates: undefined },
    ]);
  });
});
