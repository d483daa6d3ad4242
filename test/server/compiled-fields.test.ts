import { describe, expect, it } from '@jest/globals';
import { buildSchema, getOperationAST, parse } from 'graphql';
import { compiledFields } from '../../src/server/compiled-fields.js';

const schema = buildSchema(`
  interface Thing { name: String, next: Thing }
  type One implements Thing { name: String, next: Thing, own: String }
  type Two implements Thing { name: String, next: Thing }
  type Query { thing: Thing, one: One }`);

function count(query: string, most = 1_000_000): number {
  const document = parse(query);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('no operation');
  return compiledFields(schema, document, operation, most);
}

const nested = (levels: number): string => (levels === 0 ? 'name' : `name next { ${nested(levels - 1)} }`);

describe('compiledFields', () => {
  it('counts a field once for each type that its record may be of', () => {
    expect(count('{ one { name own } }')).toBe(3);
    expect(count('{ thing { name } }')).toBe(1 + 2);
    expect(count('{ thing { name next { name } } }')).toBe(1 + 2 * (2 + 2));
  });

  it('counts what a fragment holds wherever it applies', () => {
    expect(count('{ thing { ... on One { own } ... on Thing { name } ... { __typename } } }')).toBe(1 + 3 + 2);
    expect(count('{ thing { ...named } one { ...named } } fragment named on Thing { name }')).toBe(1 + 2 + 1 + 1);
  });

  it('ends soon after the most it is asked to count', () => {
    const fields = count(`{ thing { ${nested(40)} } }`, 500);
    expect(fields).toBeGreaterThan(500);
    expect(fields).toBeLessThan(600);
  });
});
