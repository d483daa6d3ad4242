import type { StatementMode } from '../../src/model/ontology.js';
import { type VerbFrame, verbs } from './verb-frames.js';

/** Adjectives by which translators render a question: "he was interested in", "was curious about". */
export const askingAdjectives: VerbFrame = {
  verbs: verbs('interested in, interested to know, curious about, curious to know'),
  reason: 'A question to the one spoken to, said as what somebody is.',
  example: ['Nam Il was interested in the harvest.', 'ASKED'],
  mode: 'ASKED',
  addressee: [],
};

/** Adjectives that are a stance with the preposition behind them and a form of "be" before: "is grateful to". */
export const stanceAdjectives: readonly VerbFrame[] = [
  {
    verbs: verbs(
      'grateful to, grateful for, thankful to, thankful for, indebted to, appreciative of, supportive of, sympathetic to, sympathetic toward, sympathetic towards, satisfied with, pleased with, happy with, impressed by, impressed with, enthusiastic about, proud of, loyal to, favor of, favour of, agreement with, sympathy with, solidarity with, friendly to, friendly toward, friendly towards, well disposed to, well disposed toward',
    ),
    reason: 'A stance for, said as what somebody is.',
    example: ['Nam Il was grateful to the Soviet government.', 'SUPPORTED'],
    theme: ['object'],
    relation: 'SUPPORTED',
    negated: 'CRITICIZED',
  },
  {
    verbs: verbs(
      'opposed to, critical of, dissatisfied with, unhappy with, unhappy about, displeased with, displeased by, displeased at, disappointed with, disappointed by, disappointed in, hostile to, hostile toward, hostile towards, indignant at, indignant with, indignant about, angry with, angry at, annoyed with, annoyed by, annoyed at, contemptuous of, scornful of, suspicious of, distrustful of, disdainful of, disgusted with, disgusted by, fed up with, outraged by, outraged at, resentful of, bitter about, bitter toward, antagonistic to, antagonistic toward, unsympathetic to, disagreement with, against',
    ),
    reason: 'A stance against, said as what somebody is.',
    example: ['Nam Il was opposed to the policy of the Soviet government.', 'CRITICIZED'],
    theme: ['object'],
    relation: 'CRITICIZED',
  },
];

/**
 * Nouns that turn a stance around: who supports the withdrawal of an army doesn't support the army, nor oppose those
 * whose removal he opposes.
 */
export const undoingNouns: readonly string[] = verbs(
  'withdrawal, evacuation, removal, release, return, expulsion, elimination, abolition, dissolution, liquidation, abandonment, termination, cessation, discontinuance, suspension, reduction, overthrow, defeat, destruction, isolation, exclusion, arrest, seizure, occupation, invasion, capture, attack, attacks, blockade, embargo, mention, use, discussion, consideration, transfer, deployment, threat, absence, loss, significance, importance, difficulty, difficulties, danger, dangers, problem, problems, fact, implications, seriousness',
);

/** Nouns that make speech of a verb that says little: "made the statement that", "raised the question of". */
export const speechNouns: readonly { readonly nouns: readonly string[]; readonly mode: StatementMode }[] = [
  {
    nouns: verbs(
      'statement, remark, remarks, observation, point, comment, comments, question, issue, matter, subject, topic, problem, possibility, case, plan, complaint',
    ),
    mode: 'SAID',
  },
  { nouns: verbs('proposal, suggestion, recommendation, offer'), mode: 'PROPOSED' },
  {
    nouns: verbs('request, appeal, demand, plea, order, instruction, instructions, directive, assignment'),
    mode: 'REQUESTED',
  },
  { nouns: verbs('information, news, briefing, explanation, explanations, account, overview'), mode: 'INFORMED' },
  { nouns: verbs('promise, pledge, assurance, assurances, guarantee'), mode: 'PROMISED' },
  { nouns: verbs('toast'), mode: 'SAID' },
  { nouns: verbs('inquiry, enquiry, query'), mode: 'ASKED' },
  { nouns: verbs('reply, answer, response'), mode: 'REPLIED' },
];

/** Verbs that are speech by the noun behind them alone. */
export const nounVerbs: readonly string[] = verbs('make, raise, bring up, take up');

/** Nouns that make a stance of a verb that says little: "expressed his approval of", "announcing support for". */
export interface StanceNoun {
  readonly nouns: readonly string[];
  readonly relation: 'SUPPORTED' | 'CRITICIZED';
  readonly mode: StatementMode;
}

export const stanceNouns: readonly StanceNoun[] = [
  {
    nouns: verbs('approval, agreement, consent, solidarity, concurrence, endorsement, acceptance'),
    relation: 'SUPPORTED',
    mode: 'AGREED',
  },
  { nouns: verbs('gratitude, thanks, appreciation, thankfulness'), relation: 'SUPPORTED', mode: 'THANKED' },
  {
    nouns: verbs(
      'support, sympathy, congratulations, admiration, praise, satisfaction, help, assistance, confidence, aid, backing, respect, homage, tribute, encouragement, loyalty',
    ),
    relation: 'SUPPORTED',
    mode: 'SAID',
  },
  {
    nouns: verbs(
      'dissatisfaction, criticism, condemnation, protest, indignation, opposition, disapproval, objection, objections, hostility, contempt, displeasure, protests, reservations, resentment, distrust, mistrust, dismay, disgust, outrage, disagreement, criticisms, accusations, reproach, reproaches, animosity, anger, denunciation, disappointment, complaints, suspicion, suspicions',
    ),
    relation: 'CRITICIZED',
    mode: 'SAID',
  },
];

/** Verbs that carry a stance noun. */
export const carrierVerbs: readonly string[] = verbs(
  'express, voice, announce, declare, convey, give, extend, offer, provide, render, make, lodge, show, have',
);

/** What is said of somebody in words that judge: "committed mistakes", "is weak". */
export const judgements: readonly {
  readonly words: readonly string[];
  readonly relation: 'SUPPORTED' | 'CRITICIZED';
}[] = [
  {
    relation: 'CRITICIZED',
    words: verbs(
      'mistake, mistakes, shortcomings, shortcoming, badly, wrong, incorrect, incorrectly, crime, crimes, criminal, aggressive, aggression, provocation, provocations, provoke, violation, violations, violate, betray, betrayal, treason, weak, harmful, slander, intrigue, intrigues, incite, sabotage, distort, distortion, oppose, factional, anti-party, intensify, commotion, hostile, hysteria, oppress, reactionary, undermine, deviate, deviation',
    ),
  },
  {
    relation: 'SUPPORTED',
    words: verbs(
      'important, necessary, correct, timely, wise, positive, useful, friendly, valuable, excellent, successful, great, positively, strengthens, strengthen',
    ),
  },
];
