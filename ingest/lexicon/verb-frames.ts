import type { RelationType, StatementMode } from '../../src/model/ontology.js';

/** Where a verb has the one it is done to: right behind it, or behind a preposition. */
export type ArgumentSlot =
  | 'object'
  | 'to'
  | 'with'
  | 'of'
  | 'from'
  | 'for'
  | 'on'
  | 'against'
  | 'at'
  | 'by'
  | 'in'
  | 'about';

/**
 * What a verb means: speech, a stance, contact, membership. One row for verbs that behave alike; the test runs
 * every row's example through the extractor.
 */
export interface VerbFrame {
  readonly verbs: readonly string[];
  readonly reason: string;
  /** Of a verb of speech. */
  readonly mode?: StatementMode;
  /** Who is spoken to. */
  readonly addressee?: readonly ArgumentSlot[];
  /** Relation to the addressee, or to what stands in `theme`. */
  readonly relation?: RelationType;
  /** What the stance is about, whom the visitor sees. */
  readonly theme?: readonly ArgumentSlot[];
  /** Whether the words that follow are what was said: not so for "was interested in". */
  readonly contact?: boolean;
  /** What the verb is where it is negated: who did not accept a decision, or does not approve of it, opposes it. */
  readonly negated?: RelationType;
  /** A sentence told by V. I. Ivanov in a journal, and what the row makes of it: a mode or a relation, from whom. */
  readonly example: readonly [sentence: string, found: StatementMode | RelationType];
}

export function verbs(list: string): readonly string[] {
  return list.split(',').map((verb) => verb.trim());
}

export const verbFrames: readonly VerbFrame[] = [
  {
    verbs: verbs(
      'say, state, declare, remark, note, stress, emphasize, emphasise, underline, underscore, observe, add, continue, explain, comment, recall, mention, point out, point, believe, think, consider, affirm, assert, claim, maintain, contend, argue, admit, acknowledge, confirm, indicate, opine, conclude, feel, hope, express, repeat, reiterate, insist, predict, speak, wonder, assume, suppose, touch, dwell, characterize, clarify, elaborate, recount, relate, describe, summarize, deny, doubt, estimate, reveal, hint, imply, joke, exclaim, write, announce, proclaim, restate, outline, fear, expect, anticipate, foresee, suspect, regret, caution, concede, volunteer, interject, set forth, sum up, spell out',
    ),
    reason: 'Speech that puts no question and wants nothing.',
    example: ['Nam Il said that the harvest was good.', 'SAID'],
    mode: 'SAID',
    addressee: ['to'],
  },
  {
    verbs: verbs('refer, allude'),
    reason: 'Speech whose “to” opens what it is about.',
    example: ['Nam Il referred to the statement of the Soviet government.', 'SAID'],
    mode: 'SAID',
    addressee: [],
  },
  {
    verbs: verbs('inform, tell, notify, brief, acquaint, familiarize, advise, warn, assure, remind, apprise'),
    reason: 'Speech to somebody who is named right behind the verb.',
    example: ['Nam Il told me that the harvest was good.', 'INFORMED'],
    mode: 'INFORMED',
    addressee: ['object'],
    relation: 'INFORMED',
  },
  {
    verbs: verbs(
      'report, communicate, convey, hand, deliver, transmit, direct, draw, call attention, cable, telegraph, forward, send, pass, give, provide',
    ),
    reason: 'Speech that carries news or a paper to somebody.',
    example: ['Nam Il reported that the harvest was good.', 'INFORMED'],
    mode: 'INFORMED',
    addressee: ['to'],
    relation: 'INFORMED',
  },
  {
    verbs: verbs('ask, inquire, enquire, question, query'),
    reason: 'A question, or a request: what follows tells.',
    example: ['Nam Il asked whether the harvest was good.', 'ASKED'],
    mode: 'ASKED',
    addressee: ['object', 'of'],
    relation: 'ASKED',
  },
  {
    verbs: verbs('request, beg, urge, appeal, demand, entreat, petition'),
    reason: 'A request.',
    example: ['Nam Il requested that the text be sent.', 'REQUESTED'],
    mode: 'REQUESTED',
    addressee: ['object', 'to', 'of', 'from'],
    relation: 'ASKED',
  },
  {
    verbs: verbs('make, raise, bring up, take up'),
    reason: 'Speech by the noun that follows: a statement, a question, a proposal.',
    example: ['Nam Il made the statement that the harvest was good.', 'SAID'],
    mode: 'SAID',
    addressee: ['to', 'with'],
  },
  {
    verbs: verbs('instruct, authorize, authorise, entrust, commission, oblige, order, empower, task'),
    reason: 'An order to somebody.',
    example: ['Nam Il instructed Pak Chong-ae to send the text.', 'REQUESTED'],
    mode: 'REQUESTED',
    addressee: ['object'],
    relation: 'ASKED',
  },
  {
    verbs: verbs('reply, answer, respond, rejoin, retort, counter'),
    reason: 'An answer.',
    example: ['Nam Il replied that the harvest was good.', 'REPLIED'],
    mode: 'REPLIED',
    addressee: ['to', 'object'],
  },
  {
    verbs: verbs('promise, undertake, pledge, vow, guarantee'),
    reason: 'A promise.',
    example: ['Nam Il promised to send the text.', 'PROMISED'],
    mode: 'PROMISED',
    addressee: ['object', 'to'],
    relation: 'PROMISED',
  },
  {
    verbs: verbs('propose, suggest, recommend, offer, invite'),
    reason: 'A proposal.',
    example: ['Nam Il proposed that the text be sent.', 'PROPOSED'],
    mode: 'PROPOSED',
    addressee: ['to'],
  },
  {
    verbs: verbs('agree, concur, consent, assent'),
    reason: 'Agreement.',
    example: ['Nam Il agreed with the Soviet government.', 'SUPPORTED'],
    mode: 'AGREED',
    addressee: [],
    theme: ['with', 'to'],
    relation: 'SUPPORTED',
    negated: 'CRITICIZED',
  },
  {
    verbs: verbs('thank'),
    reason: 'Thanks: the one thanked is what it is about.',
    example: ['Nam Il thanked the Soviet government.', 'THANKED'],
    mode: 'THANKED',
    theme: ['object'],
    relation: 'SUPPORTED',
  },
  {
    verbs: verbs('share'),
    reason: 'Agreement with somebody’s view.',
    example: ['Nam Il shared the view of the Soviet government.', 'SUPPORTED'],
    mode: 'AGREED',
    addressee: [],
    theme: ['object', 'of'],
    relation: 'SUPPORTED',
    negated: 'CRITICIZED',
  },
  {
    verbs: verbs('appreciate'),
    reason: 'Thanks for what somebody has done, or a stance for it.',
    example: ['Nam Il appreciated the help of the Soviet government.', 'SUPPORTED'],
    mode: 'THANKED',
    addressee: [],
    theme: ['object', 'of', 'with'],
    relation: 'SUPPORTED',
  },
  {
    verbs: verbs('congratulate'),
    reason: 'Praise to the face.',
    example: ['Nam Il congratulated Pak Chong-ae.', 'SUPPORTED'],
    mode: 'SAID',
    addressee: ['object'],
    theme: ['object'],
    relation: 'SUPPORTED',
  },
  {
    verbs: verbs(
      'support, praise, applaud, back, commend, assist, aid, help, defend, hail, uphold, admire, salute, laud, extol, acclaim, champion, advocate, side, ally, sympathize, sympathise, subsidize, subsidise, bolster, befriend, honor, honour, ratify, second',
    ),
    reason: 'A stance for.',
    example: ['Nam Il supported the Soviet government.', 'SUPPORTED'],
    theme: ['object', 'of', 'with'],
    relation: 'SUPPORTED',
  },
  {
    verbs: verbs('approve, endorse, favor, favour, welcome, condone'),
    reason: 'A stance for, whose denial is one against.',
    example: ['Nam Il did not approve the conduct of the Soviet government.', 'CRITICIZED'],
    theme: ['object', 'of'],
    relation: 'SUPPORTED',
    negated: 'CRITICIZED',
  },
  {
    verbs: verbs(
      'criticize, criticise, condemn, denounce, oppose, expose, attack, reproach, rebuke, accuse, blame, censure, slander, reject, unmask, disparage, deplore, repudiate, castigate, disapprove, decry, assail, vilify, berate, denigrate, discredit, reprimand, admonish, upbraid, chide, scold, deride, ridicule, mock, lambaste, resent, rebuff, veto, distrust, mistrust, boycott, defy, malign, insult, excoriate, revile, expel',
    ),
    reason: 'A stance against.',
    example: ['Nam Il criticized the Soviet government.', 'CRITICIZED'],
    theme: ['object', 'of', 'against'],
    relation: 'CRITICIZED',
  },
  {
    verbs: verbs('complain, protest'),
    reason: 'Speech against something, to somebody.',
    example: ['Nam Il complained to Pak Chong-ae about the Soviet government.', 'CRITICIZED'],
    mode: 'SAID',
    addressee: ['to'],
    theme: ['about', 'of', 'against', 'with', 'object'],
    relation: 'CRITICIZED',
  },
  {
    verbs: verbs('object, disagree, dissent'),
    reason: 'Speech that is a stance against what it is about.',
    example: ['Nam Il objected to the policy of the Soviet government.', 'CRITICIZED'],
    mode: 'SAID',
    addressee: [],
    theme: ['to', 'about', 'of', 'against', 'with', 'from', 'object'],
    relation: 'CRITICIZED',
  },
  {
    verbs: verbs('render, extend, voice, lodge, lend, accord, afford, register, contain'),
    reason: 'Says little without its noun: help, a protest.',
    example: ['Nam Il rendered assistance to the Soviet government.', 'SUPPORTED'],
  },
  {
    verbs: verbs('accept, recognize, recognise, implement'),
    reason: 'Opposition by refusal.',
    example: ['Nam Il did not accept the Geneva Agreements.', 'CRITICIZED'],
    theme: ['object', 'of'],
    negated: 'CRITICIZED',
  },
  {
    verbs: verbs('visit, call on, call upon'),
    reason: 'Going to see somebody or a place.',
    example: ['Nam Il visited Moscow.', 'VISITED'],
    theme: ['object'],
    relation: 'VISITED',
    contact: true,
  },
  {
    verbs: verbs(
      'come in, come by, come over, drop in, drop by, stop by, call at, call today, call this, call yesterday',
    ),
    reason: 'A call on the one who tells of it.',
    example: ['Nam Il came in today to tell me that the harvest was good.', 'INFORMED'],
    theme: [],
    relation: 'VISITED',
    contact: true,
  },
  {
    verbs: verbs('meet, receive, converse, talk, chat, dine, lunch, confer, see'),
    reason: 'A talk; the other one is behind the verb.',
    example: ['Nam Il met with Pak Chong-ae.', 'MET_WITH'],
    theme: ['object', 'with'],
    relation: 'MET_WITH',
    contact: true,
  },
  {
    verbs: verbs('pay'),
    reason: 'A visit by its noun; what else is paid makes none.',
    example: ['Nam Il paid a farewell visit to Pak Chong-ae.', 'VISITED'],
    theme: ['to', 'on'],
    relation: 'VISITED',
    contact: true,
  },
  {
    verbs: verbs('telephone, phone, ring up'),
    reason: 'A talk that one side begins.',
    example: ['Nam Il telephoned Pak Chong-ae.', 'MET_WITH'],
    theme: ['object'],
    relation: 'MET_WITH',
    contact: true,
  },
  {
    verbs: verbs('attend, participate, take part'),
    reason: 'Presence at an event.',
    example: ['Nam Il attended the 20th CPSU Congress.', 'PARTICIPATED_IN'],
    theme: ['object', 'in', 'at'],
    relation: 'PARTICIPATED_IN',
  },
  {
    verbs: verbs('convene, organize, organise, hold, host, convoke'),
    reason: 'Who holds an event.',
    example: ['The KWP CC convened the August plenum.', 'ORGANIZED'],
    theme: ['object'],
    relation: 'ORGANIZED',
  },
  {
    verbs: verbs('arrive, come, travel, go, fly, return'),
    reason: 'Journeys to a place.',
    example: ['Nam Il arrived in Moscow.', 'VISITED'],
    theme: ['to', 'in', 'at'],
    relation: 'VISITED',
  },
];
