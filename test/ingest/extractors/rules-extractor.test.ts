import { describe, expect, it } from '@jest/globals';
import { extractText, journal, relationLines, statementLines } from './extract-text.js';

describe('the author and pronouns', () => {
  it('takes "I" for the author of the journal, whose post the title tells', () => {
    const graph = extractText(
      'Journal of Soviet Ambassador to Hungary Yu. V. Andropov for 2 May 1956\n\n2 May 1956\n\nI visited Imre Nagy.',
    );
    expect(graph.document.authors).toEqual(['person:yuri-andropov']);
    expect(relationLines(graph)).toEqual(
      expect.arrayContaining([
        'HOLDS_POSITION Yu. V. Andropov → Hungary',
        'REPRESENTS Yu. V. Andropov → Soviet Union',
        'MET_WITH Imre Nagy → Yu. V. Andropov',
        'VISITED Yu. V. Andropov → Imre Nagy',
      ]),
    );
  });

  it('takes "he" for the one the text was speaking of, not for the author', () => {
    const graph = journal('I received Nam Il. He said that Pak Chong-ae had returned.');
    expect(statementLines(graph)).toEqual(['Nam Il SAID V.I. Ivanov: Pak Chong-ae']);
  });

  it('takes "our Party" for the party of the country of the one who speaks', () => {
    const graph = journal(
      '"The policy of our Party is right."\n\n(some workers of the Pyongyang substation)\n\n"The policy of our Party is right."\n\n(some workers of the city of Moscow)\n\nThe KWP and the CPSU have met.',
    );
    expect(graph.statements.map(({ about }) => about)).toEqual([['organization:kwp'], ['organization:cpsu']]);
  });

  it('makes no statement of an author that nobody names', () => {
    const graph = extractText('Note\n\nI said that the harvest was good.');
    expect(graph.statements).toEqual([]);
  });
});

describe('speech', () => {
  it('tells the act from the company of the verb', () => {
    const graph = journal(
      'I received Nam Il. Nam Il asked that the text be sent to Moscow. I replied that I will telephone Moscow.\n\nNam Il asked whether Moscow had answered. I reported that Moscow had not answered.',
    );
    expect(graph.statements.map(({ mode }) => mode)).toEqual(['REQUESTED', 'PROMISED', 'ASKED', 'REPLIED']);
  });

  it('gives free indirect speech to the one who was speaking', () => {
    const graph = journal('I received Nam Il. Nam Il said that the harvest was poor. In Hungary it is no better.');
    const [statement] = graph.statements;
    expect(statement?.about).toContain('place:hungary');
    expect(statement?.quote).toMatch(/no better\.$/);
  });

  it('keeps the chain of who reported a statement', () => {
    const graph = journal('I received Nam Il. Nam Il reported that Pak Chong-ae had informed him about the plenum.');
    const nested = graph.statements.find(({ speaker }) => speaker === 'person:pak-chong-ae');
    expect(nested?.reportedBy).toEqual(['person:nam-il']);
  });

  it('attributes quotations to the bracket behind them, several to one', () => {
    const graph = journal(
      'The reactions are as follows.\n\n"It was time."\n\n"They should have done it earlier."\n\n(some workers of the Pyongyang substation)\n\nNobody objected.',
    );
    const quoted = graph.statements.filter(({ mode }) => mode === 'QUOTED');
    expect(quoted.map(({ speaker }) => speaker)).toEqual([
      'group:workers-of-the-pyongyang-substation',
      'group:workers-of-the-pyongyang-substation',
    ]);
    expect(quoted.map(({ quote }) => quote)).toEqual(['"It was time."', '"They should have done it earlier."']);
  });

  it('reads a transcript by its labels', () => {
    const graph = extractText(
      'Record of a conversation between Nam Il and Chen Yi, 4 May 1958\n\nNam Il: Has Moscow answered?\n\nChen Yi: Moscow is silent.\n\nNam Il: Then we wait for Moscow.',
    );
    expect(statementLines(graph)).toEqual([
      'Nam Il ASKED Chen Yi: Moscow',
      'Chen Yi REPLIED Nam Il: Moscow',
      'Nam Il SAID Chen Yi: Moscow',
    ]);
  });

  it('makes nothing of what was not said', () => {
    const graph = journal('I received Nam Il. Nam Il did not inform me about the plenum.');
    expect(graph.relations.filter(({ type }) => type === 'INFORMED')).toEqual([]);
    expect(graph.statements).toEqual([]);
  });
});

describe('talks', () => {
  it('joins those who were present to the conversation, with its duration', () => {
    const graph = journal(
      'I received Nam Il. Pak Chong-ae was present at the conversation.\n\nThe conversation lasted one hour and 15 minutes.',
    );
    const event = graph.entities.find(({ type }) => type === 'EVENT');
    expect(event).toMatchObject({ name: 'conversation of 3 August 1957', date: '1957-08-03', duration: 'PT1H15M' });
    expect(relationLines(graph).filter((line) => line.startsWith('PARTICIPATED_IN'))).toHaveLength(3);
  });

  it('leaves out who was not present', () => {
    const graph = journal('I received Nam Il. Pak Chong-ae was not present at the conversation.');
    expect(relationLines(graph).filter((line) => line.includes('Pak Chong-ae'))).toEqual([]);
  });

  it('reads a list of participants row by row, with their posts', () => {
    const graph = extractText(
      'Memorandum of a Conversation\n\nMoscow, June 2, 1960\n\nPARTICIPANTS\nMr. A.A. Gromyko, Minister of Foreign Affairs of the USSR\nMr. Yi Song-un, Ambassador of the DPRK\n\nThe weather was fine.',
    );
    expect(relationLines(graph)).toEqual(
      expect.arrayContaining([
        'HOLDS_POSITION A.A. Gromyko → USSR',
        'REPRESENTS Yi Song-un → DPRK',
        'MET_WITH A.A. Gromyko → Yi Song-un',
      ]),
    );
  });
});

describe('events known by their month', () => {
  const dateOf = (text: string) => extractText(text).entities.find(({ type }) => type === 'EVENT')?.date;

  it('lie in the last such month before the document', () => {
    expect(dateOf('Report of 8 July 1957\n\n8 July 1957\n\nThe June CPSU CC Plenum has decided.')).toBe('1957-06');
    expect(dateOf('Report of 8 July 1957\n\n8 July 1957\n\nThe August KWP CC plenum has decided.')).toBe('1956-08');
  });

  it('have no year where the sentence looks ahead', () => {
    expect(dateOf('Report of 8 July 1957\n\n8 July 1957\n\nThe August KWP CC plenum will decide.')).toBeUndefined();
  });
});

describe('names', () => {
  it('finds people, bodies and places that no record has', () => {
    const graph = journal(
      'I received Kim Chol-su, deputy chairman of the People’s Committee of Songhwa District of South Hwanghae Province.',
    );
    const names = graph.entities.map(({ type, name }) => `${type} ${name}`);
    expect(names).toEqual(
      expect.arrayContaining([
        'PERSON Kim Chol-su',
        'PLACE Songhwa District',
        'ORGANIZATION People’s Committee of Songhwa District of South Hwanghae Province',
      ]),
    );
    expect(relationLines(graph)).toEqual(
      expect.arrayContaining(['LOCATED_IN Songhwa District → South Hwanghae Province']),
    );
  });

  it('keeps a name that stands inside another apart', () => {
    const graph = journal('I received Kim Il. Kim Il said that Kim Il Sung had left.');
    expect(statementLines(graph)).toEqual(['Kim Il SAID V.I. Ivanov: Kim Il Sung']);
  });

  it('repairs the scanner’s reading and keeps it as an alias', () => {
    const graph = journal('I visited Kim II Sung.');
    expect(graph.entities.find(({ id }) => id === 'person:kim-il-sung')).toMatchObject({
      name: 'Kim Il Sung',
      aliases: ['Kim II Sung'],
    });
  });

  it('takes no words of prose for a name', () => {
    const graph = journal('I received Nam Il. He long maintained that the harvest was good.');
    expect(graph.entities.filter(({ type }) => type === 'PERSON').map(({ name }) => name)).toEqual([
      'V.I. Ivanov',
      'Nam Il',
    ]);
  });

  it('gives the same graph for the same text', () => {
    const text = 'I received Nam Il. Nam Il said that the KWP CC Presidium met on 4 July.';
    expect(journal(text)).toEqual(journal(text));
  });
});
