import { writeFileSync } from 'node:fs';
import { readmeFile, readmeWithAnswers } from './worked-queries-section.js';

writeFileSync(readmeFile, await readmeWithAnswers());
