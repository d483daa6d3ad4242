import { describe, expect, it } from '@jest/globals';
import { extractText, relationLines, statementLines } from './extract-text.js';

const paragraphs = (...lines: readonly string[]) => extractText(lines.join('\n\n'));

describe('a memorandum that reports a call', () => {
  const memorandum = paragraphs(
    'Memorandum From the Assistant for Security Affairs (Harkness) to President Coolidge',
    'Washington, April 29, 1970.',
    'SUBJECT',
    'Memorandum of Conversation with Finnish Consul Lehtinen',
    'The Finnish Consul, Lehtinen, called on me this morning at his own request. He delivered a note on fishing rights. I remarked that Norway was not mentioned. Lehtinen said that Norway had been told. I propose that we write to Norway.',
    'HKH',
    'Tab A',
    'Note From the Finnish Government',
    'Helsinki has always fished off Norway, and means to go on.',
  );

  it('opens a talk of the caller with the author, though its heading speaks of a memorandum too', () => {
    expect(relationLines(memorandum)).toEqual(
      expect.arrayContaining([
        'VISITED Lehtinen → Harkness',
        'MET_WITH Harkness → Lehtinen',
        'ASKED Lehtinen → Harkness',
        'INFORMED Lehtinen → Harkness',
        'INFORMED Harkness → Lehtinen',
        'INFORMED Harkness → Coolidge',
      ]),
    );
  });

  it('tells what was said in the talk from what is said to the reader, and the paper behind it from both', () => {
    const lines = statementLines(memorandum);
    expect(lines).toEqual(
      expect.arrayContaining([
        'Harkness SAID Lehtinen: Norway',
        'Lehtinen SAID Harkness: Norway',
        'Harkness PROPOSED Coolidge: Norway',
        'Finnish Government SAID : Helsinki, Norway',
      ]),
    );
  });
});

describe('a letter', () => {
  const letter = paragraphs(
    'Letter From the Swedish Minister (Bergqvist) to the Secretary of State',
    'Washington, March 7, 1955.',
    'Dear Mr. Secretary: Last week Mr. Nehru sent a letter to Tito in Belgrade. I was asked by Mr. Nehru to show you a translation. On Sunday Nehru came to Stockholm, and Hammarskjold suggested to him that talks be held in Geneva. Please keep this from Belgrade.',
    'Yours sincerely,',
    'Erik Bergqvist',
  );

  it('goes to the one whom the title knows by his office', () => {
    expect(relationLines(letter)).toEqual(
      expect.arrayContaining([
        'INFORMED Erik Bergqvist → Secretary of State',
        'INFORMED Nehru → Tito',
        'ASKED Nehru → Erik Bergqvist',
        'ASKED Erik Bergqvist → Secretary of State',
      ]),
    );
  });

  it('keeps "him" apart from who speaks', () => {
    expect(statementLines(letter)).toContain('Hammarskjold PROPOSED Nehru: Geneva');
  });
});

describe('a telegram', () => {
  const telegram = paragraphs(
    'Telegram From the Embassy in Japan to the Department of State',
    'Tokyo, July 1, 1956—6 p.m.',
    'Foreign Minister Shigemitsu asked me to call today. He expressed concern at statements attributed to President Rhee and made the point that Japan was patient. I replied I would report his views.',
    'Inform Embassy Seoul that Japan is patient.',
    'Allison',
  );

  it('has a talk, a sender and orders to the reader', () => {
    expect(relationLines(telegram)).toEqual(
      expect.arrayContaining([
        'MET_WITH Allison → Shigemitsu',
        'INFORMED Embassy in Japan → Department of State',
        'PROMISED Allison → Shigemitsu',
        'ASKED Allison → Department of State',
      ]),
    );
    expect(relationLines(telegram).filter((line) => line.endsWith('→ Rhee'))).toEqual([]);
  });

  it('reads the noun that makes speech of "made", and the town of an embassy', () => {
    expect(statementLines(telegram)).toContain('Shigemitsu SAID Allison: Japan');
    expect(telegram.entities.map(({ name }) => name)).toContain('Embassy Seoul');
  });

  it('takes a message to be passed on for the author’s words to the one it is for', () => {
    const passedOn = paragraphs(
      'Telegram From the Secretary of State to the Embassy in Japan',
      'Washington, July 2, 1956.',
      'Please deliver following message to Shigemitsu:',
      '“I have thought much about what you said of Korea. Your letter of June 3 was a help to me, and I should be glad if we could meet in Geneva before the end of this year, when the weather will be better than it is now.”',
      'Dulles',
    );
    expect(statementLines(passedOn)).toContain('Dulles SAID Shigemitsu: Geneva');
    expect(relationLines(passedOn)).toContain('INFORMED Shigemitsu → Dulles');
  });
});

describe('lists of those present', () => {
  it('gives the sides, persons known by their office only, and leaves out who was away', () => {
    const talk = paragraphs(
      'Memorandum of a Conversation, Department of State, Washington, May 3, 1957',
      'PARTICIPANTS',
      'Korea',
      'Ambassador You Chan Yang',
      'United States',
      'The Secretary',
      'Mr. Robert Oakes',
      'Mr. Peter Ash was out of the city',
      'The Secretary stated that Korea was important. Ambassador Yang asked whether the Secretary had been in Korea.',
    );
    const lines = relationLines(talk);
    expect(lines).toEqual(
      expect.arrayContaining([
        'REPRESENTS You Chan Yang → Korea',
        'REPRESENTS Secretary → United States',
        'MET_WITH Secretary → You Chan Yang',
      ]),
    );
    expect(lines.filter((line) => line.includes('Ash'))).toEqual([]);
    expect(statementLines(talk).map((line) => line.split(' ').slice(0, 2).join(' '))).toContain('Secretary SAID');
  });
});

it('reads a list of those present that is a sentence, posts without names among them', () => {
  const minutes = paragraphs(
    'Memorandum of Discussion at the 230th Meeting of the National Security Council, Washington, January 5, 1955',
    'Present at the 230th Council meeting were the President of the United States, presiding; the Secretary of State; the Secretary of Defense; and the Director, Office of Defense Mobilization. Also present were Mr. Robert Oakes; and the White House Staff Secretary.',
    'The Secretary of State said that Korea was calm. The Secretary of Defense asked whether Japan was calm.',
  );
  const present = relationLines(minutes).filter((line) => line.startsWith('PARTICIPATED_IN'));
  expect(present.map((line) => line.split(/ IN | → /)[0]?.replace('PARTICIPATED_IN ', ''))).toEqual([
    'President of the United States',
    'Secretary of State',
    'Secretary of Defense',
    'Director, Office of Defense Mobilization',
    'Robert Oakes',
    'White House Staff Secretary',
  ]);
  expect(statementLines(minutes).map((line) => line.split(':')[0])).toEqual([
    expect.stringContaining('Secretary of State SAID'),
    expect.stringContaining('Secretary of Defense ASKED'),
  ]);
});

it('dates a talk of yesterday on the day before', () => {
  const { entities } = paragraphs(
    'Telegram From the Embassy in Korea to the Department of State',
    'Seoul, January 8, 1955—2 p.m.',
    'During meeting with President Rhee yesterday he said that Korea was calm.',
    'Briggs',
  );
  expect(entities.find(({ type }) => type === 'EVENT')?.date).toBe('1955-01-07');
});
