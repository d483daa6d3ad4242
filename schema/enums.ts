import type { CitationFormat } from '../src/citation/citation-formats.js';
import type { LayoutName } from '../src/drawing/layouts.js';
import { type Role, roles } from '../src/model/access-token.js';
import { type JobStage, type JobState, jobStages, jobStates } from '../src/model/ingest-job.js';
import { type DecisionVerdict, decisionVerdicts, type EditAction, editActions } from '../src/model/ledger.js';
import {
  type EntityKind,
  entityKindNames,
  entityKinds,
  type MentionKind,
  type Modality,
  mentionKindNames,
  mentionKinds,
  modalities,
  modalityNames,
  type RelationType,
  relationTypeNames,
  relationTypes,
  type StatementMode,
  statementModeNames,
  statementModes,
} from '../src/model/ontology.js';
import { type MatchRecord, type MatchState, matchStates } from '../src/model/records.js';
import type { PassageTerm } from '../src/search/passage-terms.js';
import type { PassageClaim } from '../src/store/graph-search.js';
import type {
  EntityFilter,
  RelationFilter,
  StatementGrouping,
  StatementRole,
  TimelineEntryType,
} from '../src/store/graph-store.js';
import type { PathSelection } from '../src/store/graph-walks.js';
import { builder } from './builder.js';

interface Described {
  readonly description: string;
}

function described<Name extends string>(names: readonly Name[], description: (name: Name) => string) {
  return Object.fromEntries(names.map((name) => [name, { description: description(name) }])) as Record<Name, Described>;
}

export const EntityKindEnum = builder.enumType('EntityKind', {
  description: 'What an entity is.',
  values: described<EntityKind>(entityKindNames, (kind) => entityKinds[kind].description),
});

export const RelationTypeEnum = builder.enumType('RelationType', {
  description: 'How two entities are tied.',
  values: described<RelationType>(relationTypeNames, (type) => {
    const { from, to, description } = relationTypes[type];
    return `${description} From ${from.join(', ')} to ${to.join(', ')}.`;
  }),
});

export const StatementModeEnum = builder.enumType('StatementMode', {
  description: 'How something was said.',
  values: described<StatementMode>(statementModeNames, (mode) => statementModes[mode]),
});

export const ModalityEnum = builder.enumType('Modality', {
  description: 'Whether what is told is told as a fact.',
  values: described<Modality>(modalityNames, (modality) => modalities[modality]),
});

export const MentionKindEnum = builder.enumType('MentionKind', {
  description: 'How a text names an entity.',
  values: Object.fromEntries(
    mentionKindNames.map((kind) => [kind.toUpperCase(), { value: kind, description: mentionKinds[kind] }]),
  ) as Record<Uppercase<MentionKind>, Described & { value: MentionKind }>,
});

export const StatementRoleEnum = builder.enumType('StatementRole', {
  description: 'The part that an entity has in a statement.',
  values: {
    SPEAKER: { description: 'Said it.' },
    ADDRESSEE: { description: 'Was told it.' },
    SUBJECT: { description: 'It is about this entity.' },
  } satisfies Record<StatementRole, Described>,
});

export const StatementGroupingEnum = builder.enumType('StatementGrouping', {
  description: 'What statements are counted by.',
  values: {
    SPEAKER: { description: 'Who said it.' },
    ADDRESSEE: { description: 'Who was told it.' },
    SUBJECT: { description: 'What it is about.' },
    MONTH: { description: 'The month in which it was said.' },
  } satisfies Record<StatementGrouping, Described>,
});

export const ClaimTypeEnum = builder.enumType('ClaimType', {
  description: 'What a claim is.',
  values: {
    STATEMENT: { description: 'Somebody said something.' },
    RELATION: { description: 'Two entities are tied.' },
  } satisfies Record<PassageClaim, Described>,
});

export const PassageTermKindEnum = builder.enumType('PassageTermKind', {
  description: 'What part of a query was taken for.',
  values: {
    WORD: { description: 'A word in any of its forms.' },
    PHRASE: { description: 'Words one behind the other, as they are.' },
    NAME: { description: 'A name of one or a few entities.' },
  } satisfies Record<PassageTerm['kind'], Described>,
});

export const FacetPeriodEnum = builder.enumType('FacetPeriod', {
  description: 'By what time hits are counted.',
  values: { YEAR: { description: 'By year.' }, MONTH: { description: 'By month.' } },
});

export const RelationDirectionEnum = builder.enumType('RelationDirection', {
  description: 'How a relation runs, seen from an entity. Symmetric relations run both ways.',
  values: {
    OUT: { description: 'The entity is the source.' },
    IN: { description: 'The entity is the target.' },
  } satisfies Record<NonNullable<RelationFilter['direction']>, Described>,
});

export const TimelineEntryTypeEnum = builder.enumType('TimelineEntryType', {
  description: 'What stands on a timeline.',
  values: {
    EVENT: { description: 'A dated event.' },
    STATEMENT: { description: 'A dated statement.' },
    DOCUMENT: { description: 'A dated document.' },
  } satisfies Record<TimelineEntryType, Described>,
});

export const PathSelectionEnum = builder.enumType('PathSelection', {
  description: 'Which paths between two entities.',
  values: {
    ALL_SHORTEST: { description: 'All that have as few hops as any.' },
    K_SHORTEST: { description: 'The shortest, then the next longer ones.' },
  } satisfies Record<PathSelection, Described>,
});

export const CitationFormatEnum = builder.enumType('CitationFormat', {
  description: 'Form of a citation.',
  values: {
    CHICAGO: { description: 'A full note in the Chicago style, in plain text.' },
    BIBTEX: { description: 'An entry for BibTeX and biblatex, in UTF-8.' },
    RIS: { description: 'For EndNote, Zotero and other reference managers.' },
    CSL_JSON: { description: 'A list of one item in the JSON of the Citation Style Language.' },
  } satisfies Record<CitationFormat, Described>,
});

export const NetworkLayoutEnum = builder.enumType('NetworkLayout', {
  description: 'Where the nodes of a network are put.',
  values: {
    FORCE: {
      description: 'Ties pull, nodes push each other away (ForceAtlas2): what belongs together stands together.',
    },
    CIRCLE: { description: 'On a circle, community by community.' },
    PACKED: { description: 'Side by side, in a circle for each community.' },
  } satisfies Record<LayoutName, Described>,
});

export const EntityOrderEnum = builder.enumType('EntityOrder', {
  description: 'Order of entities.',
  values: {
    ID: { description: 'By identifier. Stays the same while documents come and go.' },
    MENTIONS: {
      description:
        'Most mentioned first. While documents come, a page may repeat or miss an entity that they mention, and no other.',
    },
  } satisfies Record<NonNullable<EntityFilter['orderBy']>, Described>,
});

export const NameVerdictEnum = builder.enumType('NameVerdict', {
  description: 'What two names say of each other.',
  values: {
    SAME: { description: 'They can be the same name in full.' },
    POSSIBLE: { description: 'One leaves out what would tell.' },
  } satisfies Record<MatchRecord['verdict'], Described>,
});

const stateDescriptions: Readonly<Record<MatchState, string>> = {
  OPEN: 'Waits for a person.',
  LINKED: 'The two are one entity, by their names or through others.',
  DECIDED: 'A person has decided.',
};
export const MatchStateEnum = builder.enumType('MatchState', {
  description: 'What came of two names that are alike.',
  values: described<MatchState>(matchStates, (state) => stateDescriptions[state]),
});

const verdictDescriptions: Readonly<Record<DecisionVerdict, string>> = {
  SAME: 'They are one entity.',
  DIFFERENT: 'They are two.',
  UNSURE: 'Nobody knows: they stay two, and the pair leaves the list.',
};
export const DecisionVerdictEnum = builder.enumType('DecisionVerdict', {
  description: "A person's word on two identities.",
  values: described<DecisionVerdict>(decisionVerdicts, (verdict) => verdictDescriptions[verdict]),
});

const roleDescriptions: Readonly<Record<Role, string>> = {
  READER: 'May read, where the server asks for a token to read.',
  EDITOR: 'May read, take documents in, and decide.',
  ADMIN: 'May do all that an editor may, and give and revoke tokens.',
};
export const RoleEnum = builder.enumType('Role', {
  description: 'What a token allows. Each role includes the one before.',
  values: described<Role>(roles, (role) => roleDescriptions[role]),
});

const actionDescriptions: Readonly<Record<EditAction, string>> = {
  DECIDE_MATCH: "A person's word on two identities.",
  MERGE: 'Several entities were made one.',
  SPLIT: 'Identities were taken out of an entity.',
  RENAME: 'An entity was given a name.',
  RETRACT: 'A relation was taken out of the graph.',
  DELETE_DOCUMENT: 'A document was taken out of the graph.',
};
export const EditActionEnum = builder.enumType('EditAction', {
  description: 'What somebody did to the graph.',
  values: described<EditAction>(editActions, (action) => actionDescriptions[action]),
});

const jobStateDescriptions: Readonly<Record<JobState, string>> = {
  QUEUED: 'Waits for its turn.',
  RUNNING: 'Is being read.',
  DONE: 'Has been read to its end.',
  FAILED: 'Could not be read to its end; its error says why.',
  CANCELLED: 'Was stopped, by somebody or because the server stopped.',
};
export const JobStateEnum = builder.enumType('JobState', {
  description: 'How a job stands.',
  values: described<JobState>(jobStates, (state) => jobStateDescriptions[state]),
});

const jobStageDescriptions: Readonly<Record<JobStage, string>> = {
  WAITING: 'Nothing yet: others are before it.',
  FETCHING: 'The document is fetched from its address.',
  READING: 'The input is gone through to its end. One that is broken is refused before anything of it is stored.',
  EXTRACTING: 'Documents are extracted and stored, one after another.',
  FINISHED: 'Nothing any more.',
};
export const JobStageEnum = builder.enumType('JobStage', {
  description: 'What a job is at.',
  values: described<JobStage>(jobStages, (stage) => jobStageDescriptions[stage]),
});
