import { describe, expect, it } from '@jest/globals';
import { parse, validate } from 'graphql';
import { schema } from '../../schema/schema.js';
import { workedQueries } from '../../schema/worked-queries.js';

describe('worked queries', () => {
  it('are six, each with a name of its own', () => {
    expect(new Set(workedQueries.map(({ name }) => name)).size).toBe(6);
  });

  it.each(workedQueries.map(({ name, query }) => [name, query]))(
    '%s is valid and takes no variables',
    (_name, query) => {
      const document = parse(query);
      expect(validate(schema, document)).toEqual([]);
      const [operation] = document.definitions;
      expect(operation).toMatchObject({ kind: 'OperationDefinition', variableDefinitions: [] });
    },
  );
});
