import { describe, expect, it } from '@jest/globals';
import { dealingNouns } from '../../../ingest/lexicon/dealing-nouns.js';
import { extractText, relationLines, statementLines } from './extract-text.js';

const paragraphs = (...lines: readonly string[]) => extractText(lines.join('\n\n'));

const letter = (...body: readonly string[]) =>
  paragraphs(
    'Letter From the Swedish Minister (Bergqvist) to the Danish Consul (Holmgren)',
    'Oslo, March 7, 1955.',
    ...body,
    'Yours sincerely,',
    'Erik Bergqvist',
  );

const telegram = (...body: readonly string[]) =>
  paragraphs(
    'Telegram From the Department of State to the Embassy in Norway',
    'Washington, July 1, 1956—6 p.m.',
    ...body,
    'Peter Nyberg',
  );

const minutes = (...body: readonly string[]) =>
  paragraphs('Minutes of the Meeting of the Harbor Council, Oslo, May 3, 1961', ...body);

describe('what is said without "that"', () => {
  it.each([
    ['Karl Lund thought Denmark would wait.', 'Karl Lund SAID : Denmark'],
    ['Karl Lund continued to believe that Denmark was late.', 'Karl Lund SAID : Denmark'],
    ['Karl Lund went on to say that Denmark was late.', 'Karl Lund SAID : Denmark'],
    ['Karl Lund thinks (Tab C) that Denmark is late.', 'Karl Lund SAID : Denmark'],
    ['Karl Lund was of the opinion that Denmark was late.', 'Karl Lund SAID : Denmark'],
    ['Karl Lund’s impression was that Denmark was late.', 'Karl Lund SAID : Denmark'],
    ['According to Karl Lund Denmark was late.', 'Karl Lund SAID : Denmark'],
    ['The Danish note stated that Finland was late.', 'Denmark SAID : Finland'],
    ['Karl Lund shared the view of Denmark.', 'Karl Lund AGREED : Denmark'],
    ['Norway and Finland supported the Danish proposal.', 'Finland AGREED : '],
  ])('%s', (sentence, statement) => {
    expect(statementLines(paragraphs('Note', `Denmark wrote. ${sentence}`))).toContain(statement);
  });

  it.each([
    ['a subject that acts', 'Karl Lund considered the new proposal of Denmark.'],
    ['a view that nobody tells', 'Karl Lund’s view was rejected.'],
    ['no comment', 'Karl Lund made no comment.'],
  ])('is not %s', (_what, sentence) => {
    expect(statementLines(paragraphs('Note', sentence))).toEqual([]);
  });
});

describe('requests of a paper', () => {
  it.each([
    'It is recommended that Finland be told.',
    'You should inform Finland that the port is closed.',
    'You are authorized to tell Finland that the port is closed.',
    'Embassy should approach Finland.',
    'Oslo also pass to Finland.',
  ])('%s', (sentence) => {
    expect(relationLines(telegram(sentence))).toContain('ASKED Peter Nyberg → Embassy in Norway');
  });

  it('leaves what the reader may know alone', () => {
    expect(relationLines(telegram('You may be sure that Finland is late.')).join()).not.toContain('ASKED');
  });
});

describe('what is still to be said', () => {
  it.each([
    ['We will inform Finland of this.', 'INFORMED', 'Finland'],
    ['Karl Lund was instructed to tell Finland.', 'INFORMED', 'Finland'],
    ['Denmark asked Karl Lund to inform Finland.', 'INFORMED', 'Finland'],
  ])('%s', (sentence, type, target) => {
    const { relations, entities } = paragraphs('Note', sentence.replace(/^We/u, 'Karl Lund'));
    const [source, end] = ['Karl Lund', target].map((name) => entities.find((entity) => entity.name === name)?.id);
    const told = relations.filter((relation) => relation.target === end && relation.type === type);
    expect(told).toEqual([expect.objectContaining({ source, modality: 'PLANNED' })]);
  });

  it('is nothing where it is left undone', () => {
    expect(relationLines(paragraphs('Note', 'Karl Lund refused to inform Finland.'))).toEqual([]);
  });
});

describe('nouns of dealings', () => {
  it.each(dealingNouns.map(({ reason, example, relation }) => [reason, example, relation] as const))(
    '%s',
    (_reason, example, relation) => {
      expect(relationLines(paragraphs('Note', example))).toContain(`${relation} Denmark → Norway`);
    },
  );

  it.each([
    ['Denmark’s reply to Norway’s invitation was short.', 'ASKED Norway → Denmark'],
    ['On instructions from the Security Council Karl Lund handed over a note.', 'ASKED Security Council → Karl Lund'],
    ['After Karl Lund’s meeting with Peter Holm it rained.', 'MET_WITH Karl Lund → Peter Holm'],
    ['The conversation between Karl Lund and Peter Holm was short.', 'MET_WITH Karl Lund → Peter Holm'],
  ])('%s', (sentence, relation) => {
    expect(relationLines(paragraphs('Note', sentence))).toContain(relation);
  });
});

describe('minutes', () => {
  const record = minutes(
    '[Here follows a list of those present, including the President; Karl Lund; Peter Holm; and Ostap W. Brandt.]',
    'The President asked why Denmark was late. Director Nyberg said that Denmark would wait.',
    'The Harbor Council:',
    'a. Noted the report of Denmark.',
    'b. Requested that Finland be told.',
  );

  it('tell of those on the list and of those who speak', () => {
    const lines = relationLines(record);
    for (const person of ['President', 'Karl Lund', 'Peter Holm', 'Ostap W. Brandt', 'Nyberg'])
      expect(lines).toContainEqual(expect.stringMatching(new RegExp(`^PARTICIPATED_IN .*${person} → .*Meeting`, 'u')));
  });

  it('record what the body did', () => {
    expect(statementLines(record)).toEqual(
      expect.arrayContaining(['Harbor Council SAID : Denmark', 'Harbor Council REQUESTED : Finland']),
    );
  });

  it.each(['42nd', '243d'])('are of the %s meeting', (number) => {
    const { entities } = paragraphs(
      `Memorandum of Discussion at the ${number} Meeting of the Harbor Council`,
      'It rained.',
    );
    expect(entities.map(({ name }) => name)).toContain(`${number} Meeting of the Harbor Council`);
  });

  it('give what was agreed to the body', () => {
    const lines = minutes('Present: Karl Lund, Peter Holm', 'It was agreed that Denmark should wait.');
    expect(statementLines(lines)).toContain('Harbor Council AGREED : Denmark');
  });

  it('are the only papers in which an office alone is somebody', () => {
    expect(letter('The President asked why Denmark was late.').entities.map(({ name }) => name)).not.toContain(
      'President',
    );
  });
});

describe('a meeting that a paper reports', () => {
  it('was attended by those who speak', () => {
    expect(
      relationLines(
        telegram(
          'At the May 9 meeting Karl Lund emphasized that Denmark was late. The Finns opposed the Danish proposal.',
        ),
      ),
    ).toEqual(
      expect.arrayContaining(['PARTICIPATED_IN Karl Lund → May 9 meeting', 'PARTICIPATED_IN Finns → May 9 meeting']),
    );
  });

  it('took place with whom one lunched', () => {
    expect(relationLines(letter('At luncheon today with Karl Lund it rained.'))).toContain(
      'MET_WITH Erik Bergqvist → Karl Lund',
    );
  });

  it('was one where somebody came to see the author', () => {
    expect(relationLines(letter('Karl Lund came to see me in Stockholm.')).join()).toMatch(
      /MET_WITH .*Lund.*LOCATED_IN conversation.* → Stockholm|LOCATED_IN conversation.* → Stockholm.*MET_WITH .*Lund/u,
    );
  });
});

describe('quotation marks', () => {
  it('hold a paper of somebody else over several paragraphs', () => {
    const lines = statementLines(
      letter(
        'Karl Lund wrote me a letter which contains the following paragraphs:',
        '“1. I think that the ships of Denmark should stay in the harbor for the time being, whatever is said.',
        '“2. The so-called “outer” harbors of Finland are another matter. Finland could be told of it in private, and later.”',
      ),
    );
    expect(lines).toContainEqual(expect.stringMatching(/^Karl Lund SAID .*: Denmark/u));
    expect(lines).toContainEqual(expect.stringMatching(/^Karl Lund SAID .*: Finland/u));
  });

  it('keep "you" from the reader of the letter', () => {
    const { statements } = letter(
      'Karl Lund said that it rained. “You must go to Denmark,” he said. He added that Denmark was wet.',
    );
    const speakers = new Set(statements.map(({ speaker }) => speaker));
    expect(speakers.size).toBe(1);
  });
});

describe('bodies and posts', () => {
  it.each([
    ['Karl Lund told Embassy that it rained.', 'INFORMED Karl Lund → Embassy in Norway'],
    ['Karl Lund told the Department that it rained.', 'INFORMED Karl Lund → Department of State'],
    ['The Danish forces in Finland withdrew from Denmark.', 'LOCATED_IN Danish forces in Finland → Finland'],
    ['The Danish forces in Finland withdrew from Denmark.', 'REPRESENTS Danish forces in Finland → Denmark'],
    ['Under Secretary of State Holm said that it rained.', 'HOLDS_POSITION Holm → Department of State'],
  ])('%s', (sentence, relation) => {
    expect(relationLines(telegram(sentence))).toContain(relation);
  });

  it('are those of the one who signs', () => {
    const lines = relationLines(
      paragraphs(
        'Letter From the Acting Secretary of State to the Danish Consul (Holmgren)',
        'Washington, May 5, 1956.',
        'The Department of State is glad to hear of it.',
        'Sincerely yours,',
        'Herbert Nyberg, Jr.',
      ),
    );
    expect(lines).toContain('HOLDS_POSITION Herbert Nyberg → Department of State');
    expect(lines).toContain('INFORMED Herbert Nyberg → Holmgren');
  });

  it('are represented by who signs for them', () => {
    const lines = relationLines(
      paragraphs(
        'Memorandum From the Security Council to the Danish Consul (Holmgren)',
        'It rained.',
        'For the Security Council:',
        'Herbert Nyberg',
      ),
    );
    expect(lines).toContain('REPRESENTS Herbert Nyberg → Security Council');
  });
});

describe('"he"', () => {
  it.each([
    ['who tells', 'Karl Lund informed Peter Holm that he had told Finland.', 'INFORMED Karl Lund → Finland'],
    ['whose affair it was', 'Karl Lund’s visit was announced. He told Finland of it.', 'INFORMED Karl Lund → Finland'],
    [
      'who was there',
      'Karl Lund was at the reception of President Holm. He told Finland of it.',
      'INFORMED Karl Lund → Finland',
    ],
  ])('is the one %s', (_who, sentences, relation) => {
    expect(relationLines(paragraphs('Note', sentences))).toContain(relation);
  });
});

it('an office that stands for its holder is another person in another paper', () => {
  const id = (day: string) =>
    extractText(
      `Letter From the President to the Secretary of State\n\nOslo, May ${day}, 1956.\n\nI have read your letter.\n`,
    ).entities.find(({ name }) => name === 'Secretary of State')?.id;
  expect(id('3')).toMatch(/^person:secretary-of-state-in-./u);
  expect(id('3')).not.toBe(id('4'));
});
