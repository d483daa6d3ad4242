/**
 * What `tsc` leaves undone: the authority files, which the program reads at run time, and the right to execute the
 * command, without which `npx diplograph` can't start it.
 */
import { chmodSync, cpSync } from 'node:fs';

cpSync('ingest/lexicon/authority', 'dist/ingest/lexicon/authority', { recursive: true });
chmodSync('dist/src/cli/main.js', 0o755);
