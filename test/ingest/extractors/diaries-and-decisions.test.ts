import { describe, expect, it } from '@jest/globals';
import { extractText, relationLines, statementLines } from './extract-text.js';

/** An entry of a diary that leaves "I" out. */
function diary(text: string) {
  return extractText(
    `Journal of Soviet Ambassador to Hungary P. K. Lindgren for 3 May 1957\n\n3 May 1957\n\n${text}\n\n4 May 1957\n`,
  );
}

describe('a diary', () => {
  it('leaves its author out, who is there all the same', () => {
    const graph = diary('Visited Foreign Minister Pak Ui-wan and handed him a letter. Asked when Nam Il would return.');
    const lines = relationLines(graph);
    expect(lines).toContain('VISITED P. K. Lindgren → Pak Ui-wan');
    expect(lines).toContain('MET_WITH P. K. Lindgren → Pak Ui-wan');
    expect(statementLines(graph)).toContainEqual(expect.stringMatching(/^P\. K\. Lindgren ASKED .*: Nam Il/));
    for (const entity of graph.entities)
      for (const { start, end } of entity.mentions) expect(end).toBeGreaterThan(start);
  });

  it('opens an entry with its date, and a talk behind a phrase', () => {
    const lines = relationLines(diary('5 May. In accordance with instructions, visited Nam Il at noon.'));
    expect(lines).toContainEqual(expect.stringMatching(/^MET_WITH .*Nam Il/));
  });

  it('takes no participle for a deed of its author', () => {
    const graph = diary('I received Nam Il. Asked about the harvest, Nam Il said that it was good.');
    expect(statementLines(graph).filter((line) => line.startsWith('P. K. Lindgren ASKED'))).toEqual([]);
  });

  it.each([
    ['Nam Il came to see me. The talk was interpreted by Attaché Orlov.', 'MET_WITH .*Orlov'],
    ['I received Nam Il. Counselor Orlov was with me.', 'MET_WITH .*Orlov'],
    ['Together with Counselor Orlov visited Nam Il.', 'MET_WITH .*Orlov'],
    ['Nam Il paid a farewell visit to me.', 'VISITED Nam Il → P. K. Lindgren'],
    ['I was at the residence of Nam Il.', 'MET_WITH .*Nam Il'],
    ['Today I received Nam Il.', 'VISITED Nam Il → P. K. Lindgren'],
    ['Nam Il told me that the harvest was good.', 'MET_WITH .*Nam Il'],
    ['Nam Il came to see me. He was accompanied by the head of the department, Pak Ui-wan.', 'MET_WITH .*Pak Ui-wan'],
  ])('tells who was there: %s', (text, wanted) => {
    expect(relationLines(diary(text))).toContainEqual(expect.stringMatching(new RegExp(`^${wanted}`)));
  });

  it('lets "he" be the guest of the new entry', () => {
    const graph = diary(
      'I visited Nam Il with Orlov.\n\n6 May 1957\n\nReceived Pak Ui-wan. He said that the harvest was good.',
    );
    expect(statementLines(graph)).toContainEqual(expect.stringMatching(/^Pak Ui-wan SAID/));
  });

  it('gives views without a verb of speech to those whose they are', () => {
    const graph = diary(
      'I received Nam Il. According to Nam Il, the Soviet Union sent wheat. In the opinion of Pak Ui-wan, Hungary waits.',
    );
    expect(statementLines(graph)).toContainEqual(expect.stringMatching(/^Nam Il SAID .*: Soviet Union/));
    expect(statementLines(graph)).toContainEqual(expect.stringMatching(/^Pak Ui-wan SAID .*Hungary/));
  });

  it('puts a question as interest', () => {
    const graph = diary('I received Nam Il. Nam Il was interested in the harvest of the Soviet Union.');
    expect(statementLines(graph)).toContainEqual(expect.stringMatching(/^Nam Il ASKED P\. K\. Lindgren/));
  });
});

describe('heads and signatures', () => {
  it('give a person and his post on two lines', () => {
    const lines = relationLines(
      extractText(
        'FROM THE DIARY OF\nP. K. LINDGREN,\nAmbassador of the USSR to Hungary\n\nI visited Nam Il.\n\nAMBASSADOR OF THE USSR TO HUNGARY\n(P. LINDGREN)\n',
      ),
    );
    expect(lines).toContainEqual(expect.stringMatching(/^REPRESENTS .*LINDGREN → USSR/));
    expect(lines).toContainEqual(expect.stringMatching(/^MET_WITH .*LINDGREN.*Nam Il|^MET_WITH Nam Il.*LINDGREN/));
  });

  it('tell of a talk whose day stands under them', () => {
    const { entities } = extractText(
      'From the Journal of V. I. Ivanov\n\n9 May 1957\n\nRecord of conversation with Comrade Nam Il\n\n7 May 1957\n\nI received Nam Il. He said that it rained.\n',
    );
    const talks = entities.map(({ name }) => name).filter((name) => name.startsWith('conversation'));
    expect(talks).toEqual(['conversation of 7 May 1957']);
  });

  it('name the embassy whose ambassador signs', () => {
    const lines = relationLines(
      extractText(
        'Embassy of Hungary in the DPRK\n\nPyongyang, 3 May 1960\n\nReport on the harvest in the DPRK\n\nOur embassy protested to the Foreign Ministry about it.\n\nBerg Antal\nambassador\n',
      ),
    );
    expect(lines).toContain('HOLDS_POSITION Berg Antal → DPRK');
    expect(lines).toContain('CRITICIZED Embassy of Hungary in the DPRK → Foreign Ministry');
  });

  it('sign for a body', () => {
    const lines = relationLines(
      extractText(
        'Letter from the Central Committee of the KWP to the CC CPSU\n\nDear Comrades,\n\nThe harvest was good.\n\nFor the Central Committee of the KWP\nChairman\nKim Il Sung\n',
      ),
    );
    expect(lines).toContain('HOLDS_POSITION Kim Il Sung → Central Committee of the KWP');
  });
});

describe('decisions', () => {
  const decision = (text: string) => extractText(`Decision of the Politburo of the CC CPSU\n\n3 May 1957\n\n${text}\n`);

  it('leave out the body that decides', () => {
    const graph = decision(
      '1. Approves the position of Comrade Mikoyan in this question.\n\n2. To instruct the Ministry of Foreign Trade to send wheat to Hungary.',
    );
    const lines = relationLines(graph);
    expect(lines).toContainEqual(expect.stringMatching(/^SUPPORTED Politburo of the CC CPSU → .*Mikoyan/));
    expect(lines).toContain('ASKED Politburo of the CC CPSU → Ministry of Foreign Trade');
  });

  it.each([
    ['Appoints Comrade Ivan Petrov ambassador to Hungary.', /^HOLDS_POSITION Ivan Petrov → Hungary/],
    ['Relieves Comrade Ivan Petrov of his duties as ambassador in Hungary.', /^HOLDS_POSITION Ivan Petrov → Hungary/],
    [
      'Ivan Petrov was removed from the post of Minister of Justice of Hungary.',
      /^HOLDS_POSITION Ivan Petrov → Hungary/,
    ],
    ['Ivan Petrov was expelled from the CPSU in March.', /^MEMBER_OF Ivan Petrov → CPSU/],
  ])('give posts and take them: %s', (text, wanted) => {
    expect(relationLines(decision(text))).toContainEqual(expect.stringMatching(wanted));
  });

  it('let those who speak at a meeting speak to its body', () => {
    const lines = relationLines(
      extractText(
        'Protocol of the Meeting of the Politburo of the CC CPSU\n\nPresent: A. I. Mikoyan, N. A. Bulganin, M. A. Suslov\n\nComrade Mikoyan reported that Hungary needs wheat. Comrade Suslov objected to this.\n',
      ),
    );
    expect(lines).toContainEqual(expect.stringMatching(/^INFORMED .*Mikoyan → Politburo of the CC CPSU/));
  });
});

describe('delegations', () => {
  const text =
    'The Hungarian delegation headed by Imre Nagy arrived in Moscow. Mikoyan received the delegation, which later visited Kiev. Our delegation was led by Comrade Lund.';

  it('have those who head them', () => {
    const lines = relationLines(diary(text));
    expect(lines).toContain('MEMBER_OF Imre Nagy → Hungarian delegation');
    expect(lines).toContain('MEMBER_OF Lund → Our delegation');
  });

  it('are meant by what is told of them next', () => {
    expect(relationLines(diary(text))).toContain('VISITED Hungarian delegation → Kiev');
  });
});

describe('transcripts', () => {
  const transcript = extractText(
    [
      'Minutes of Conversation between Premier Zhou Enlai and Vice Premier Nam Il',
      'Participants:',
      'Our side: Premier Zhou Enlai, Chen Yi, Ji Pengfei',
      'Korean side: Nam Il, Pak Ui-wan',
      'Zhou: Did you come by train?',
      'Nam Il: We did. We request that the wheat be sent in May. I thank you.',
      'Chen Yi: (To Ji Pengfei) Can it be sent?',
      'Ji Pengfei: It can.',
      'Chen Yi: We promise you the wheat.',
      'Pak Ui-wan: The government of Hungary has informed our ambassador of its views.',
    ].join('\n\n'),
  );

  it('speak across the table, unless they say to whom', () => {
    expect(statementLines(transcript)).toContainEqual(expect.stringMatching(/^Chen Yi ASKED Ji Pengfei/));
    expect(statementLines(transcript)).toContainEqual(expect.stringMatching(/^Chen Yi SAID Nam Il/));
  });

  it('promise, ask and thank in the first person', () => {
    const lines = relationLines(transcript);
    expect(lines).toContain('ASKED Nam Il → Zhou Enlai');
    expect(lines).toContain('SUPPORTED Nam Il → Zhou Enlai');
    expect(lines).toContain('PROMISED Chen Yi → Nam Il');
  });
});
