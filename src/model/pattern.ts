import { kindOfId } from './entity-id.js';
import { allowsRelation, type EntityKind, entityKindNames, type RelationType, relationTypes } from './ontology.js';

/**
 * A question for who stands where: places that entities take, and steps that relations of certain types make between
 * them. Steps form a tree: each begins at a place that is there and leads to a new one.
 *
 *     who ASKED somebody who REPRESENTS the USSR and SUPPORTED the plan
 *     places  0 anyone     1 anyone            2 place:ussr            3 agreement:plan
 *     steps   0 -ASKED-> 1,  1 -REPRESENTS-> 2,  1 -SUPPORTED-> 3
 */
export interface Pattern {
  /** One more than there are steps: the first is where the pattern begins, step `i` leads to place `i + 1`. */
  readonly places: readonly PatternPlace[];
  readonly steps: readonly PatternStep[];
}

export interface PatternPlace {
  /** Who may stand here; anybody where left out. */
  readonly entities?: readonly string[] | undefined;
  readonly kinds?: readonly EntityKind[] | undefined;
}

export interface PatternStep {
  /** Number of the place where it begins. */
  readonly from: number;
  readonly types: readonly RelationType[];
  /** Seen from where it begins; either way where left out. Symmetric relations run both ways. */
  readonly direction?: 'OUT' | 'IN' | undefined;
}

/** A pattern that the ontology allows, its kinds and types narrowed to what it allows. */
export interface SettledPattern {
  readonly places: readonly SettledPlace[];
  readonly steps: readonly PatternStep[];
}

export interface SettledPlace {
  readonly entities: readonly string[] | null;
  readonly kinds: readonly EntityKind[];
}

/** Why nothing can stand in a pattern, and what to do. */
export interface PatternFault {
  readonly message: string;
  readonly cure: string;
}

export const maxPatternSteps = 5;

function allowsStep({ direction }: PatternStep, type: RelationType, at: EntityKind, to: EntityKind): boolean {
  const isEither = direction === undefined || relationTypes[type].symmetric;
  return (
    ((isEither || direction === 'OUT') && allowsRelation(type, at, to)) ||
    ((isEither || direction === 'IN') && allowsRelation(type, to, at))
  );
}

function shapeFault({ places, steps }: Pattern): PatternFault | null {
  if (steps.length < 1 || steps.length > maxPatternSteps) {
    return {
      message: `The pattern has ${steps.length} steps; it must have 1 to ${maxPatternSteps}.`,
      cure: 'Ask for a part of it, and go on from the entities found.',
    };
  }
  if (places.length !== steps.length + 1) {
    return { message: 'A pattern has one place more than steps.', cure: 'Name a place for the end of each step.' };
  }
  for (const [index, { from, types }] of steps.entries()) {
    if (!Number.isInteger(from) || from < 0 || from > index) {
      return {
        message: `Step ${index + 1} begins at place ${from}; before it there are the places 0 to ${index}.`,
        cure: 'Leave from out where a step begins at the end of the one before.',
      };
    }
    if (types.length === 0) {
      return { message: `Step ${index + 1} names no type of relation.`, cure: 'Name at least one.' };
    }
    if (types.includes('AUTHORED')) {
      return {
        message: `Step ${index + 1} asks for AUTHORED, which leads to a document and to no entity.`,
        cure: 'Ask for the documents of an author with documents(author: …).',
      };
    }
  }
  return null;
}

function startingKinds({ entities, kinds = entityKindNames }: PatternPlace): readonly EntityKind[] {
  return kinds.filter((kind) => entities === undefined || entities.some((id) => kindOfId(id) === kind));
}

/**
 * Looks at a pattern before anything is read. What the ontology leaves no room for is a fault: nothing could ever stand
 * there, and an empty answer would hide the mistake.
 */
export function settlePattern(
  pattern: Pattern,
): { readonly settled: SettledPattern } | { readonly fault: PatternFault } {
  const misshapen = shapeFault(pattern);
  if (misshapen) return { fault: misshapen };
  const kinds = pattern.places.map(startingKinds);
  const steps = [...pattern.steps];
  const nowhere = kinds.findIndex((left) => left.length === 0);
  if (nowhere >= 0) {
    return {
      fault: {
        message: `Nothing can stand at place ${nowhere} of the pattern: its entities are of none of its kinds.`,
        cure: 'Leave kinds out where entities are named; identifiers are found with the query search.',
      },
    };
  }
  // A place that one step narrows may narrow the steps before it: over again, until nothing changes.
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    for (const [index, step] of steps.entries()) {
      const [at, to] = [kinds[step.from] ?? [], kinds[index + 1] ?? []];
      const fits = (type: RelationType, a: EntityKind, b: EntityKind): boolean => allowsStep(step, type, a, b);
      const types = step.types.filter((type) => at.some((a) => to.some((b) => fits(type, a, b))));
      if (types.length === 0) return { fault: kindsFault(index, step, at, to) };
      const before = at.filter((a) => to.some((b) => types.some((type) => fits(type, a, b))));
      const after = to.filter((b) => at.some((a) => types.some((type) => fits(type, a, b))));
      isChanged ||= before.length < at.length || after.length < to.length;
      kinds[step.from] = before;
      kinds[index + 1] = after;
      steps[index] = { ...step, types };
    }
  }
  const places = pattern.places.map(({ entities }, place): SettledPlace => {
    const allowed = kinds[place] ?? [];
    const named = entities?.filter((id) => allowed.some((kind) => kind === kindOfId(id)));
    return { entities: named ?? null, kinds: allowed };
  });
  return { settled: { places, steps } };
}

function kindsFault(
  index: number,
  { types, direction }: PatternStep,
  at: readonly EntityKind[],
  to: readonly EntityKind[],
): PatternFault {
  const way = direction === 'IN' ? 'is taken against its direction' : 'leads';
  const rules = types.map(
    (type) => `${type} runs from ${relationTypes[type].from.join(', ')} to ${relationTypes[type].to.join(', ')}`,
  );
  return {
    message: `Step ${index + 1} of the pattern ${way} from ${at.join(', ')} to ${to.join(', ')}, where no such relation can be: ${rules.join('; ')}.`,
    cure: 'Turn its direction round, or ask for other types or kinds.',
  };
}
