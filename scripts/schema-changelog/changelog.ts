import type { SchemaChanges } from './schema-changes.js';

/** What is listed as soon as it is made; additions are found out at the release. */
export type ListedChanges = Pick<SchemaChanges, 'breaking' | 'dangerous'>;

const unreleased = '## Unreleased';

interface Parts {
  /** Everything up to the section on what isn't released, and from the one behind it on. */
  readonly head: string;
  readonly section: string;
  readonly tail: string;
}

function parts(changelog: string): Parts {
  const from = changelog.indexOf(`${unreleased}\n`);
  if (from < 0) throw new Error(`The changelog has lost its section "${unreleased}".`);
  const next = changelog.indexOf('\n## ', from);
  const to = next < 0 ? changelog.length : next + 1;
  return { head: changelog.slice(0, from), section: changelog.slice(from, to), tail: changelog.slice(to) };
}

/** The line of a change, with what somebody has added to it: what to do instead. */
function lineOf(change: string, section: string): string {
  const start = `- ${change}`;
  return section.split('\n').find((line) => line === start || line.startsWith(`${start} `)) ?? start;
}

function isListed(change: string, section: string): boolean {
  return section.split('\n').some((line) => line === `- ${change}` || line.startsWith(`- ${change} `));
}

function lists(titled: readonly (readonly [title: string, changes: readonly string[]])[], section: string): string {
  return titled
    .filter(([, changes]) => changes.length > 0)
    .map(([title, changes]) => `### ${title}\n\n${changes.map((change) => lineOf(change, section)).join('\n')}\n`)
    .join('\n');
}

/** Words on a version as a whole stand between its heading and its lists; they stay. */
function wordsOf(section: string): string {
  const [, ...lines] = section.split('\n');
  const end = lines.findIndex((line) => line.startsWith('### '));
  return (end < 0 ? lines : lines.slice(0, end)).join('\n').trim();
}

function written(heading: string, words: string, listed: string): string {
  return [heading, words, listed.trimEnd()].filter((part) => part !== '').join('\n\n');
}

function joined({ head, tail }: Parts, section: string): string {
  return `${head}${section}\n${tail && `\n${tail}`}`;
}

/** Changes that the section on what isn't released doesn't list. */
export function unlistedChanges(changelog: string, { breaking, dangerous }: ListedChanges): readonly string[] {
  const { section } = parts(changelog);
  return [...breaking, ...dangerous].filter((change) => !isListed(change, section));
}

/** The changelog with just these changes listed as not released; lines that are there keep what was added to them. */
export function withChanges(changelog: string, { breaking, dangerous }: ListedChanges): string {
  const all = parts(changelog);
  const listed = [['Breaking', breaking] as const, ['Dangerous', dangerous] as const];
  return joined(all, written(unreleased, wordsOf(all.section), lists(listed, all.section)));
}

/** The changelog with what wasn't released under the number of a version, its additions found out too. */
export function withRelease(changelog: string, version: string, day: string, changes: SchemaChanges): string {
  const all = parts(changelog);
  const heading = `## ${version}`;
  if (changelog.includes(`\n${heading} `))
    throw new Error(`The changelog has a section on version ${version} already.`);
  const { breaking, dangerous, added } = changes;
  const listed = [['Breaking', breaking] as const, ['Dangerous', dangerous] as const, ['Added', added] as const];
  const section = written(`${heading} of ${day}`, wordsOf(all.section), lists(listed, all.section));
  return joined(all, `${unreleased}\n\n${section}`);
}
