import { describe, expect, it } from '@jest/globals';
import {
  allowsRelation,
  entityKindNames,
  entityKinds,
  relationTypeNames,
  relationTypes,
} from '../../src/model/ontology.js';

describe('the ontology', () => {
  it('gives every kind a prefix and a type name of its own', () => {
    expect(new Set(entityKindNames.map((kind) => entityKinds[kind].idPrefix)).size).toBe(entityKindNames.length);
    expect(new Set(entityKindNames.map((kind) => entityKinds[kind].typeName)).size).toBe(entityKindNames.length);
  });

  it.each(relationTypeNames)('%s: symmetric means the same kinds and the same phrase both ways', (type) => {
    const { symmetric, from, to, forward, backward } = relationTypes[type];
    expect(symmetric ? [from, forward] : 'directed').toEqual(symmetric ? [to, backward] : 'directed');
  });

  it('says what may be related', () => {
    expect(allowsRelation('MET_WITH', 'PERSON', 'PERSON')).toBe(true);
    expect(allowsRelation('MET_WITH', 'PERSON', 'PLACE')).toBe(false);
    expect(allowsRelation('AUTHORED', 'PERSON', 'DOCUMENT')).toBe(true);
    expect(allowsRelation('SUPPORTED', 'EVENT', 'PERSON')).toBe(false);
  });
});
