import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  documentKey,
  entityId,
  evidenceId,
  kindOfId,
  mentionId,
  relationId,
  slug,
  statementId,
} from '../../src/model/entity-id.js';
import { entityKindNames } from '../../src/model/ontology.js';

describe('identifiers', () => {
  it('are readable', () => {
    expect(entityId('PERSON', 'Kim Il-sŏng')).toBe('person:kim-il-song');
    expect(entityId('ORGANIZATION', "Workers' Party of Korea")).toBe('organization:workers-party-of-korea');
    expect(relationId('MET_WITH', 'person:a', 'person:b', null, 'ASSERTED')).toBe(
      'relation:met-with/person:a/person:b',
    );
    expect(relationId('HOLDS_POSITION', 'person:a', 'place:b', 'Soviet Ambassador', 'PLANNED')).toBe(
      'relation:holds-position/person:a/place:b#soviet-ambassador~planned',
    );
    expect(statementId('document:d-1', 3, 9, 'person:a', 'SAID')).toBe('statement:d-1/3-9/person:a/said');
    expect(mentionId('document:d-1', 3, 9, 'person:a')).toBe('mention:d-1/3-9/person:a');
    expect(evidenceId('document:d-1', 3, 9, 'relation:x')).toBe('evidence:d-1/3-9/relation:x');
    expect(documentKey('document:wilson-115633')).toBe('wilson-115633');
  });

  it.each(entityKindNames)('tell their kind: %s', (kind) => {
    expect(kindOfId(entityId(kind, 'x'))).toBe(kind);
  });

  it('of other records name no kind', () => {
    expect(kindOfId('document:wilson-115633')).toBeNull();
    expect(kindOfId('nonsense')).toBeNull();
  });

  it('hold only ASCII letters, digits and hyphens, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => expect(slug(name)).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)),
    );
  });

  it('keep names apart that have no letter in common with ASCII', () => {
    expect(slug('김일성')).not.toBe(slug('남일'));
    expect(slug('…')).toBe('unnamed');
  });
});
