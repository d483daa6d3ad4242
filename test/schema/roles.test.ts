import { describe, expect, it } from '@jest/globals';
import { type ExecutionResult, type GraphQLSchema, graphql, parse, subscribe } from 'graphql';
import { builder } from '../../schema/builder.js';
import { createContext } from '../../schema/context.js';
import { schema } from '../../schema/schema.js';
import { includesRole, type Role, roles } from '../../src/model/access-token.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { leastSelection } from './least-arguments.js';

const callers = [null, ...roles] as const;
const refusals = ['UNAUTHENTICATED', 'FORBIDDEN'];

type Operation = 'query' | 'mutation' | 'subscription';

/** Asks one field of a root type as somebody of a role. */
async function attempt(of: GraphQLSchema, operation: Operation, selection: string, role: Role | null) {
  const touched: string[] = [];
  const store = new Proxy({} as GraphStore, {
    get(_target, name) {
      touched.push(String(name));
      throw new Error('The store was asked.');
    },
  });
  const caller = role === null ? null : { name: 'Somebody', role };
  const contextValue = { ...createContext({} as GraphStore, caller), store };
  const source = `${operation} { ${selection} }`;
  const asked =
    operation === 'subscription'
      ? ((await subscribe({ schema: of, document: parse(source), contextValue })) as ExecutionResult)
      : await graphql({ schema: of, source, contextValue });
  const { errors } = asked;
  const original = errors?.[0]?.originalError as { code?: string; message?: string; cure?: string } | undefined;
  return { code: original?.code ?? null, message: original?.message, cure: original?.cure, touched };
}

/** What the sentence at the end of a description says. */
function neededRole(description: string | null | undefined): Role | null {
  const [, word] = / Needs the role (reader|editor|admin)\.$/.exec(description ?? '') ?? [];
  return word === undefined ? null : (word.toUpperCase() as Role);
}

async function expectGuarded(
  of: GraphQLSchema,
  operation: Operation,
  field: Parameters<typeof leastSelection>[0],
  needed: Role,
) {
  const selection = leastSelection(field);
  for (const role of callers) {
    const { code, message, cure, touched } = await attempt(of, operation, selection, role);
    if (role !== null && includesRole(role, needed)) {
      expect([field.name, role, refusals.includes(code ?? '')]).toEqual([field.name, role, false]);
      continue;
    }
    expect([field.name, role, code, touched]).toEqual([
      ...[field.name, role],
      role === null ? 'UNAUTHENTICATED' : 'FORBIDDEN',
      [],
    ]);
    expect(message).toContain(`role ${needed.toLowerCase()}`);
    expect(cure).toMatch(/token/);
  }
}

const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
const subscriptions = Object.values(schema.getSubscriptionType()?.getFields() ?? {});
const questions = Object.values(schema.getQueryType()?.getFields() ?? {});

describe('roles', () => {
  it('include the one before', () => {
    expect(roles.map((held) => roles.filter((needed) => includesRole(held, needed)))).toEqual([
      ['READER'],
      ['READER', 'EDITOR'],
      ['READER', 'EDITOR', 'ADMIN'],
    ]);
  });

  it.each(mutations.map((field) => [field.name, field] as const))(
    'mutation %s tells the role that it needs, and runs for nobody without it',
    async (_name, field) => {
      const needed = neededRole(field.description);
      expect([field.name, needed]).toEqual([field.name, expect.stringMatching(/^(EDITOR|ADMIN)$/)]);
      if (needed !== null) await expectGuarded(schema, 'mutation', field, needed);
    },
  );

  it.each(subscriptions.map((field) => [field.name, field] as const))(
    'subscription %s tells the role that it needs, and begins for nobody without it',
    async (_name, field) => {
      const needed = neededRole(field.description);
      expect([field.name, needed]).toEqual([field.name, expect.stringMatching(/^(EDITOR|ADMIN)$/)]);
      if (needed !== null) await expectGuarded(schema, 'subscription', field, needed);
    },
  );

  it.each(questions.flatMap((field) => (neededRole(field.description) === null ? [] : [[field.name, field] as const])))(
    'query %s, which tells a role, runs for nobody without it',
    async (_name, field) => {
      const needed = neededRole(field.description);
      if (needed !== null) await expectGuarded(schema, 'query', field, needed);
    },
  );

  it.each(questions.flatMap((field) => (neededRole(field.description) === null ? [[field.name, field] as const] : [])))(
    'query %s, which tells none, is open to everybody',
    async (_name, field) => {
      const { code } = await attempt(schema, 'query', leastSelection(field), null);
      expect([field.name, refusals.includes(code ?? '')]).toEqual([field.name, false]);
    },
  );

  it('guard a mutation that was forgotten to ask for one', async () => {
    builder.mutationField('forgotten', (t) => t.string({ resolve: () => 'changed' }));
    const withForgotten = builder.toSchema();
    for (const role of [null, 'READER'] as const) {
      expect(refusals).toContain((await attempt(withForgotten, 'mutation', 'forgotten', role)).code);
    }
    expect((await attempt(withForgotten, 'mutation', 'forgotten', 'EDITOR')).code).toBeNull();
  });
});
