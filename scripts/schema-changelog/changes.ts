import { unlistedChanges, withChanges } from './changelog.js';
import { changesSinceRelease, readChangelog, writeChangelog } from './files.js';

/**
 * `npm run schema:changes`: lists in schema/CHANGELOG.md what has been broken since the last release, and prints it.
 * With `--check` it writes nothing, and fails where the list isn't that.
 */
const changes = await changesSinceRelease();
const changelog = readChangelog();
const unlisted = unlistedChanges(changelog, changes);
if (!process.argv.includes('--check')) {
  writeChangelog(withChanges(changelog, changes));
  for (const [title, listed] of Object.entries(changes)) {
    console.log(`${title}: ${listed.length}`);
    for (const change of listed) console.log(`  ${unlisted.includes(change) ? 'new: ' : ''}${change}`);
  }
} else if (withChanges(changelog, changes) !== changelog) {
  const told = unlisted.map((change) => `\n  ${change}`).join('');
  console.error(
    told === '' ? 'schema/CHANGELOG.md lists what is no change.' : `schema/CHANGELOG.md doesn't list:${told}`,
  );
  console.error('Where it is meant: npm run schema:changes writes the list; say there what a client is to do.');
  process.exitCode = 1;
}
