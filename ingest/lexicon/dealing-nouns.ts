import type { RelationType } from '../../src/model/ontology.js';

/** Nouns that tell what one party has told, asked or promised another: "the Danish assurances to Norway". */
export interface DealingNoun {
  readonly nouns: readonly string[];
  readonly reason: string;
  readonly relation: Extract<RelationType, 'INFORMED' | 'ASKED' | 'PROMISED'>;
  /** A sentence in which Denmark deals with Norway. */
  readonly example: string;
}

const words = (list: string): readonly string[] => list.split(' ');

export const dealingNouns: readonly DealingNoun[] = [
  {
    nouns: words(
      'reply replies answer answers response warning warnings statement remarks presentation briefing explanation explanations notification announcement representations communication communications',
    ),
    reason: 'What was said to somebody.',
    relation: 'INFORMED',
    example: 'The Danish reply to Norway was short.',
  },
  {
    nouns: words(
      'invitation invitations demand demands plea instruction instructions order orders directive approach approaches overture overtures',
    ),
    reason: 'What somebody is asked for or told to do.',
    relation: 'ASKED',
    example: 'The Danish invitation to Norway was withdrawn.',
  },
  {
    nouns: words(
      'assurance assurances promise promises pledge pledges undertaking commitment commitments guarantee guarantees',
    ),
    reason: 'What somebody has been promised.',
    relation: 'PROMISED',
    example: 'The Danish assurances to Norway were repeated.',
  },
];
