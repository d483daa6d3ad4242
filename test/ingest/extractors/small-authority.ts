import type { AuthorityRecord } from '../../../ingest/lexicon/authority-record.js';

/** A few records, so that the rules are tested on what the grammar finds and not on what the shipped rows know. */
export const smallAuthority: readonly AuthorityRecord[] = [
  {
    id: 'place:soviet-union',
    kind: 'PLACE',
    name: 'Soviet Union',
    aliases: ['USSR'],
    adjectives: ['Soviet'],
    placeType: 'country',
  },
  { id: 'place:dprk', kind: 'PLACE', name: 'DPRK', aliases: [], placeType: 'country' },
  { id: 'place:hungary', kind: 'PLACE', name: 'Hungary', aliases: [], adjectives: ['Hungarian'], placeType: 'country' },
  {
    id: 'place:yugoslavia',
    kind: 'PLACE',
    name: 'Yugoslavia',
    aliases: [],
    adjectives: ['Yugoslav'],
    placeType: 'country',
  },
  { id: 'place:korea', kind: 'PLACE', name: 'Korea', aliases: [], adjectives: ['Korean'], placeType: 'region' },
  {
    id: 'place:united-kingdom',
    kind: 'PLACE',
    name: 'United Kingdom',
    aliases: [],
    adjectives: ['British'],
    placeType: 'country',
  },
  { id: 'place:pyongyang', kind: 'PLACE', name: 'Pyongyang', aliases: [], placeType: 'city' },
  { id: 'place:kangson', kind: 'PLACE', name: 'Kangson', aliases: [], placeType: 'city' },
  {
    id: 'place:north-hwanghae',
    kind: 'PLACE',
    name: 'North Hwanghae',
    aliases: [],
    placeType: 'province',
    within: 'place:dprk',
  },
  { id: 'organization:cpsu', kind: 'ORGANIZATION', name: 'CPSU', aliases: [], within: 'place:soviet-union' },
  { id: 'organization:kwp', kind: 'ORGANIZATION', name: 'KWP', aliases: [], within: 'place:dprk' },
  { id: 'organization:skyu', kind: 'ORGANIZATION', name: 'SKYu', aliases: [], within: 'place:yugoslavia' },
  { id: 'organization:gosplan', kind: 'ORGANIZATION', name: 'Gosplan', aliases: [] },
  { id: 'person:vyacheslav-molotov', kind: 'PERSON', name: 'Vyacheslav Molotov', aliases: [], surname: 'Molotov' },
  { id: 'person:syngman-rhee', kind: 'PERSON', name: 'Syngman Rhee', aliases: [] },
  { id: 'person:anastas-mikoyan', kind: 'PERSON', name: 'Mikoyan', aliases: [] },
];
