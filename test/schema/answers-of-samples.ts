import {
  type GraphQLNamedType,
  type GraphQLOutputType,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { schema } from '../../schema/schema.js';

/** A selection of all fields that need no argument, each under the name of its type and its own. @param below - Objects to go into. */
function everyField(type: GraphQLNamedType, below: ReadonlySet<string>): string {
  if (isAbstractType(type)) {
    const parts = schema.getPossibleTypes(type).map((one) => `... on ${one.name} { ${everyField(one, below)} }`);
    return parts.join(' ');
  }
  if (!isObjectType(type)) return '';
  const selected = Object.values(type.getFields()).flatMap(({ name, args, type: given }) => {
    if (args.some(isRequiredArgument)) return [];
    const named = `${type.name}__${name}: ${name}`;
    if (isLeafType(getNamedType(given))) return [named];
    return below.has(name) ? [`${named} { ${everyField(getNamedType(given), below)} }`] : [];
  });
  return ['__typename', ...selected].join(' ');
}

function typeOfQuestion(question: string): GraphQLOutputType {
  const name = /^\w+/.exec(question)?.[0] ?? '';
  const field = schema.getQueryType()?.getFields()[name];
  if (!field) throw new Error(`There is no query ${name}.`);
  return field.type;
}

/** @param question - A field of Query with its arguments: "documents(first: 10)". @param below - Names of the objects to go into. */
export function everythingOf(question: string, below: readonly string[]): string {
  return `{ ${question} { ${everyField(getNamedType(typeOfQuestion(question)), new Set(below))} } }`;
}

/** The values of each field in an answer to `everythingOf`, by "Type.field". */
export function valuesByField(answer: unknown, values = new Map<string, unknown[]>()): Map<string, unknown[]> {
  if (Array.isArray(answer)) for (const one of answer) valuesByField(one, values);
  else if (typeof answer === 'object' && answer !== null) {
    for (const [name, value] of Object.entries(answer)) {
      const field = name.replace('__', '.');
      const known = values.get(field);
      if (known) known.push(value);
      else values.set(field, [value]);
      valuesByField(value, values);
    }
  }
  return values;
}
