import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { AuthorityRecord } from '../../../ingest/lexicon/authority-record.js';
import { readAuthority, shippedAuthority } from '../../../ingest/lexicon/load-authority.js';
import { entityId, slug } from '../../../src/model/entity-id.js';
import { foldName } from '../../../src/names/fold-name.js';

const folder = 'ingest/lexicon/authority';
const files = readdirSync(folder)
  .filter((name) => name.startsWith('people-'))
  .sort();
const people = files.flatMap((name) => readAuthority(join(folder, name)));
const places = new Set(
  shippedAuthority()
    .filter(({ kind }) => kind === 'PLACE')
    .map(({ id }) => id),
);

/** Forms, in folded spelling, that a person shares with another record, with the reason; such a form links neither. */
const shared: Record<string, string> = {
  'chang chun': "Zhang Qun, Chang Ch'ün in his time, and the city of Changchun, Ch'ang-ch'un",
};

/** What a text calls many people by; such a form would make each of them one man. */
const titles = new Set(
  (
    'the marshal|marshal|general|the general|president|the president|premier|prime minister|the premier|chairman|ambassador|' +
    'the ambassador|minister|foreign minister|secretary|comrade|king|the king|queen|the queen|prince|shah|the shah|pope|the pope|emperor|' +
    'shah of iran|queen of england|grand mufti|dictator|leader|colonel|admiral|doctor|professor|counselor|counsellor|charge d affaires'
  ).split('|'),
);

/** Words of ordinary prose that are family names too: alone, at the head of a sentence, they name nobody. */
const proseSurnames = new Set(
  'White Brown Green Black Young King Holland Noon Powers Lord Rush Sharp Wrong Weeks Ward Gross Key Joy Battle Strong Hall Service Felt Grew Hare Gray Cannon Snow Hammer Bond'.split(
    ' ',
  ),
);

function formsOf({ name, aliases }: AuthorityRecord): readonly string[] {
  return [name, ...aliases];
}

/** For each folded form, the persons who bear it. */
function bearers(records: readonly AuthorityRecord[]): Map<string, Set<string>> {
  const owners = new Map<string, Set<string>>();
  for (const record of records) {
    for (const form of formsOf(record)) {
      const folded = foldName(form);
      owners.set(folded, (owners.get(folded) ?? new Set()).add(record.id));
    }
  }
  return owners;
}

function person(id: string): AuthorityRecord {
  const found = people.find((record) => record.id === id);
  if (found === undefined) throw new Error(`No row ${id}.`);
  return found;
}

describe('the people of the authority files', () => {
  it('are all persons, enough for the period, each with what he was', () => {
    expect(people.length).toBeGreaterThanOrEqual(2000);
    expect(people.filter(({ kind }) => kind !== 'PERSON')).toEqual([]);
    const vague = people.filter(({ description }) => description === undefined || !/^[^.].{10,}\.$/u.test(description));
    expect(vague.map(({ id }) => id)).toEqual([]);
  });

  it('have the identifier that their name gives, once', () => {
    const odd = people.filter(({ id, kind, name }) => id !== entityId(kind, name));
    expect(odd.map(({ id }) => id)).toEqual([]);
    expect(new Set(people.map(({ id }) => id)).size).toBe(people.length);
    expect(people.filter(({ id }) => !/^person:[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)).map(({ id }) => id)).toEqual([]);
  });

  it('served a place that has a row', () => {
    expect(people.filter(({ within }) => within === undefined || !places.has(within)).map(({ id }) => id)).toEqual([]);
  });

  it('list each other form once, and neither the name nor the bare surname among them', () => {
    const repeated = people.filter((record) => new Set(formsOf(record)).size !== formsOf(record).length);
    expect(repeated.map(({ id }) => id)).toEqual([]);
    const bare = people.flatMap(({ id, name, aliases, surname }) =>
      aliases
        .filter((form) => /^[\p{Script=Latin}\p{M}\p{P}\s]+$/u.test(form) && foldName(form) === foldName(surname ?? ''))
        // Those who have no other name keep its spellings: Bao Dai, U Nu.
        .filter(() => foldName(name) !== foldName(surname ?? ''))
        .map((form) => [id, form]),
    );
    expect(bare).toEqual([]);
    const untrimmed = people.filter((record) =>
      formsOf(record).some((form) => form !== form.trim() || /\s{2}/.test(form)),
    );
    expect(untrimmed.map(({ id }) => id)).toEqual([]);
  });

  it('bear no title for a name', () => {
    const titled = people.flatMap((record) => formsOf(record).filter((form) => titles.has(foldName(form))));
    expect(titled).toEqual([]);
  });

  it('give a surname that stands in the name or in another form, and is no word of prose', () => {
    const strange = people.filter(
      (record) =>
        record.surname !== undefined &&
        !formsOf(record).some((form) => ` ${foldName(form)} `.includes(` ${foldName(record.surname ?? '')} `)),
    );
    expect(strange.map(({ id }) => id)).toEqual([]);
    expect(people.filter(({ surname }) => surname !== undefined && proseSurnames.has(surname))).toEqual([]);
  });

  it('share a form with another record only where the list above says why', () => {
    const ambiguous = [...bearers(shippedAuthority())]
      .filter(([, ids]) => ids.size > 1 && [...ids].some((id) => id.startsWith('person:')))
      .map(([form, ids]) => (form in shared ? form : `${form}: ${[...ids].join(', ')}`));
    expect(ambiguous.sort()).toEqual(Object.keys(shared).sort());
  });

  it.each([
    ['kim-il-sung', ['Kim Ir Sen', 'Kim Il-sŏng', '김일성', 'Ким Ир Сен']],
    ['zhou-enlai', ['Chou En-lai', '周恩来']],
    ['joseph-stalin', ['Filippov', 'J. V. Stalin', 'И. В. Сталин']],
    ['nikita-khrushchev', ['N. S. Khrushchev', 'Nikita Sergeyevich Khrushchev', 'Н.С. Хрущев']],
    ['alexander-puzanov', ['A. M. Puzanov', 'Aleksandr Puzanov', 'А.М. Пузанов']],
    ['choe-yong-gon', ["Ch'oe Yong-gŏn", 'Tsoi En Gen', 'Choi Yong-kun']],
    ['pak-kum-chol', ["Pak Kŭm-ch'ŏl", 'Pak Geum-cheol', 'Pak Kum Chol', 'Park Geum-cheol']],
    ['syngman-rhee', ['Li Syn Man', 'Yi Sung-man', '이승만']],
    ['wladyslaw-gomulka', ['Władysław Gomułka', 'V. Gomulka']],
    ['llewellyn-thompson', ['Llewellyn E. Thompson', 'Llewellyn E. Thompson, Jr.']],
  ])('%s is known under the forms of every archive', (key, forms) => {
    expect(person(`person:${key}`).aliases).toEqual(expect.arrayContaining(forms));
  });

  it('keep near names apart', () => {
    const kims = ['kim-il', 'kim-il-sung', 'kim-jong-il', 'kim-chang-man'].map((key) => person(`person:${key}`));
    expect(new Set(kims.flatMap(formsOf).map(foldName)).size).toBeGreaterThan(kims.length);
    expect(formsOf(person('person:kim-il')).map(slug)).not.toContain('kim-il-sung');
    expect(formsOf(person('person:douglas-macarthur'))).not.toContain('Douglas MacArthur II');
  });

  it.each(files)('%s is sorted by identifier, keeps the order of fields, and stays readable', (name) => {
    const lines = readFileSync(join(folder, name), 'utf8').trimEnd().split('\n');
    const rows = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    const fields = ['id', 'kind', 'name', 'aliases', 'description', 'within', 'surname'];
    expect(rows.map(({ id }) => id)).toEqual(rows.map(({ id }) => id).sort());
    for (const row of rows) expect(Object.keys(row)).toEqual(fields.filter((field) => field in row));
    expect(lines.length).toBeLessThanOrEqual(300);
  });
});
