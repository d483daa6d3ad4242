import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const people = ['Nam Il', 'Pak Chong-ae', 'Choe Yong-gon', 'Kim Il Sung', 'Pak Kum-chol', 'Han Sol-ya'];
const places = ['Moscow', 'Hamhung', 'Sinuiju', 'Beijing', 'Belgrade'];
const bodies = ['KWP CC', 'CPSU CC', 'KWP CC Presidium', 'Soviet government'];

function pick<T>(list: readonly T[], index: number): T {
  return list[index % list.length] as T;
}

/** The text of the n-th document of an invented archive: a page of a journal, the same on every machine. */
export function generatedDocument(n: number): string {
  const date = `${(n % 27) + 1} ${pick(['January', 'March', 'May', 'July'], n)} ${1956 + (n % 4)}`;
  const [host, other] = [pick(people, n), pick(people, n + 1)];
  return `Journal of Soviet Ambassador to the DPRK A.M. Puzanov for ${date}

${date}

I received ${host}. ${host} told me that ${other} had returned from ${pick(places, n)} on the day before. He asked whether the
${pick(bodies, n)} had discussed the letter number ${n}. I replied that I will telephone ${pick(places, n + 2)}.

${other} was present at the conversation. The conversation lasted ${(n % 3) + 1} hours.
`;
}

/** Writes documents 0 to `count - 1` into a folder, one file each. */
export function writeArchive(folder: string, count: number): void {
  mkdirSync(folder, { recursive: true });
  for (let n = 0; n < count; n++)
    writeFileSync(join(folder, `${String(n).padStart(4, '0')}.txt`), generatedDocument(n));
}
