import { withRelease } from './changelog.js';
import { changesSinceRelease, readChangelog, releaseSchema, writeChangelog } from './files.js';

/** `npm run schema:release -- VERSION`: closes the section on what isn't released, and keeps the schema to compare with. */
const [version] = process.argv.slice(2);
if (version === undefined || !/^\d+\.\d+\.\d+$/.test(version)) {
  console.error('Say the version: npm run schema:release -- 1.2.0');
  process.exitCode = 2;
} else {
  const changes = await changesSinceRelease();
  const day = new Date().toISOString().slice(0, 10);
  writeChangelog(withRelease(readChangelog(), version, day, changes));
  releaseSchema();
  console.log(
    `Version ${version}: ${Object.entries(changes)
      .map(([title, { length }]) => `${length} ${title}`)
      .join(', ')}.`,
  );
}
