import type { StatementMode } from '../../src/model/ontology.js';

/** A mode as a verb between the speaker and, in `to`, the addressees: "asked", "replied to". */
export const modeWords: Readonly<Record<StatementMode, { readonly alone: string; readonly to: string }>> = {
  SAID: { alone: 'said', to: 'said to' },
  ASKED: { alone: 'asked', to: 'asked' },
  REPLIED: { alone: 'replied', to: 'replied to' },
  REQUESTED: { alone: 'requested', to: 'requested of' },
  PROMISED: { alone: 'promised', to: 'promised' },
  INFORMED: { alone: 'informed', to: 'informed' },
  PROPOSED: { alone: 'proposed', to: 'proposed to' },
  AGREED: { alone: 'agreed', to: 'agreed with' },
  THANKED: { alone: 'thanked', to: 'thanked' },
  QUOTED: { alone: 'is quoted', to: 'is quoted as saying to' },
};
