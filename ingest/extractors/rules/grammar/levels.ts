import type { GrammarLevel } from '../cascade.js';
import { bareBodyRules } from './bare-bodies.js';
import { bodyRules, governmentOfPersonRules, stackedBodyRules, unknownEnterpriseRules } from './bodies.js';
import { dateRules } from './dates.js';
import { bareEventRules, eventRules, occasionRules } from './events.js';
import { groupRules } from './groups.js';
import { meetingRules } from './meetings.js';
import { officeHolderRules, officeRules } from './offices.js';
import { bareOrganRules, partyOrganRules } from './party-organs.js';
import { personRules, unknownNameRules } from './persons.js';
import { placeInPlaceRules, placeRules } from './places.js';
import { accordRules, publicationRules, quotedBodyRules, unquotedPublicationRules } from './works.js';

/** The cascade, bottom up. What stands higher is made of what stands lower. */
export const grammarLevels: readonly GrammarLevel[] = [
  dateRules,
  placeRules,
  placeInPlaceRules,
  partyOrganRules,
  publicationRules,
  quotedBodyRules,
  bodyRules,
  personRules,
  accordRules,
  stackedBodyRules,
  partyOrganRules,
  bareOrganRules,
  unknownNameRules,
  unknownEnterpriseRules,
  unquotedPublicationRules,
  governmentOfPersonRules,
  officeRules,
  officeHolderRules,
  groupRules,
  eventRules,
  meetingRules,
  occasionRules,
  groupRules,
  bareEventRules,
  bareBodyRules,
];
