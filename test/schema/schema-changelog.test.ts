import { describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { unlistedChanges, withChanges, withRelease } from '../../scripts/schema-changelog/changelog.js';
import { changesSinceRelease, readChangelog } from '../../scripts/schema-changelog/files.js';
import { schemaChanges } from '../../scripts/schema-changelog/schema-changes.js';

const before = `
  interface Entity { id: ID!, name: String!, relations(first: Int): [String!]! }
  type Person implements Entity { id: ID!, name: String!, relations(first: Int): [String!]! }
  enum Kind { PERSON }
  input Step { types: [Kind!]!, direction: String = "OUT" }
  type Query { entity(id: ID, kind: Kind, step: Step): Entity, old: Int }
`;

function changesTo(after: string) {
  return schemaChanges(buildSchema(before), buildSchema(after));
}

describe('what a new schema changes', () => {
  it('is nothing where only words differ', async () => {
    const changes = await changesTo(before.replace('enum Kind', '"What it is." enum Kind'));
    expect(changes).toEqual({ breaking: [], dangerous: [], added: [] });
  });

  it.each([
    ['a field taken away', before.replace(', old: Int', ''), ["Field 'old' was removed from object type 'Query'."]],
    [
      'a value taken away',
      before.replace('{ PERSON }', '{ PLACE }'),
      ["Enum value 'PERSON' was removed from enum 'Kind'."],
    ],
    [
      'an argument that must be given',
      before.replace('entity(id: ID,', 'entity(id: ID!,'),
      ["Type for argument 'id' on field 'Query.entity' changed from 'ID' to 'ID!'."],
    ],
    [
      'an answer that may be missing',
      before.replaceAll('name: String!', 'name: String'),
      ["Field 'Entity.name' changed type from 'String!' to 'String'."],
    ],
  ])('breaks: %s; told of the interface alone', async (_title, after, breaking) => {
    expect((await changesTo(after)).breaking).toEqual(breaking);
  });

  it.each([
    ['a value more', before.replace('{ PERSON }', '{ PERSON PLACE }'), /Enum value 'PLACE'/],
    ['another default of an input', before.replace('"OUT"', '"IN"'), /direction.*OUT.*IN/],
    ['an argument with a default', before.replace('first: Int)', 'first: Int, deep: Int = 2)'), /deep: Int.*default/],
  ])('is dangerous: %s', async (_title, after, told) => {
    const { breaking, dangerous } = await changesTo(after);
    expect([breaking.length, dangerous.length]).toEqual([0, 1]);
    expect(dangerous[0]).toMatch(told);
  });

  it('adds arguments that may be left out, fields and types', async () => {
    const after = before
      .replaceAll('(first: Int)', '(first: Int, after: String)')
      .replace('old: Int', 'old: Int, news: News')
      .concat('type News { words: String }');
    expect(await changesTo(after)).toEqual({
      breaking: [],
      dangerous: [],
      added: [
        "Argument 'after: String' added to field 'Entity.relations'.",
        "Field 'news' was added to object type 'Query'.",
        "Type 'News' was added.",
      ],
    });
  });
});

describe('the changelog', () => {
  const text = '# Changes\n\nWords.\n\n## Unreleased\n\n## 1.0.0 of 2026-01-01\n\nFirst.\n';
  const changes = { breaking: ['A went.', 'B went.'], dangerous: ['C came.'], added: ['D came.'] };

  it('of this repository lists every change that breaks; npm run schema:changes writes it', async () => {
    expect(unlistedChanges(readChangelog(), await changesSinceRelease())).toEqual([]);
    expect(withChanges(readChangelog(), await changesSinceRelease())).toBe(readChangelog());
  });

  it('is written once, and tells what it lacks', () => {
    expect(unlistedChanges(text, changes)).toEqual(['A went.', 'B went.', 'C came.']);
    const written = withChanges(text, changes);
    expect(unlistedChanges(written, changes)).toEqual([]);
    expect(withChanges(written, changes)).toBe(written);
    expect(withChanges(text, { breaking: [], dangerous: [] })).toBe(text);
  });

  it('keeps what was added to a line, and drops lines that are true no more', () => {
    const worded = withChanges(text, changes).replace('- B went.', '- B went. Ask for E.');
    const later = withChanges(worded, { breaking: ['B went.'], dangerous: [] });
    expect(later).toContain('### Breaking\n\n- B went. Ask for E.\n');
    expect(later).not.toMatch(/A went|C came|Dangerous/);
    expect(later.endsWith('\n\n## 1.0.0 of 2026-01-01\n\nFirst.\n')).toBe(true);
  });

  it('does not take a change for another that begins alike', () => {
    expect(unlistedChanges(withChanges(text, { breaking: ['A went.'], dangerous: [] }), changes)).toContain('B went.');
    expect(unlistedChanges(text.replace('## Unreleased\n', '## Unreleased\n\n- A went.x\n'), changes)).toContain(
      'A went.',
    );
  });

  it('closes a version, and opens the next', () => {
    const worded = withChanges(text, changes).replace('## Unreleased\n', '## Unreleased\n\nTalks are found.\n');
    const released = withRelease(worded, '1.1.0', '2026-02-02', changes);
    expect(released).toBe(
      '# Changes\n\nWords.\n\n## Unreleased\n\n## 1.1.0 of 2026-02-02\n\nTalks are found.\n\n### Breaking\n\n- A went.\n- B went.\n\n### Dangerous\n\n- C came.\n\n### Added\n\n- D came.\n\n## 1.0.0 of 2026-01-01\n\nFirst.\n',
    );
    expect(() => withRelease(released, '1.1.0', '2026-02-03', changes)).toThrow(/already/);
  });
});
