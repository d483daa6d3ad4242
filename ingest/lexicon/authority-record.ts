import type { EntityKind } from '../../src/model/ontology.js';

/**
 * One record of an authority file (JSONL, one object a line): a name of the period with the forms in use.
 *
 * The files in `authority/` ship with the project; `--authority FILE` adds more of the same form. `id`, `kind`,
 * `name` are required; the rest is what the grammar can use.
 */
export interface AuthorityRecord {
  /** `person:kim-il-sung`; also the identifier of the entity in the graph. */
  readonly id: string;
  /** Identifier of the record in its own file, where that is none of an entity. */
  readonly recordId?: string;
  readonly kind: EntityKind;
  readonly name: string;
  /** Other full forms in use: romanisations, initials, abbreviations, cover names, scripts of origin. */
  readonly aliases: readonly string[];
  readonly description?: string;
  /** PLACE: the place it lies in. ORGANIZATION: the country it belongs to. PERSON: the country he served. An id. */
  readonly within?: string;
  /** ORGANIZATION: the body it is an organ of. An id. */
  readonly partOf?: string;
  /** PLACE that is a country: adjectives ("Soviet"), which are mentions of it but no names. */
  readonly adjectives?: readonly string[];
  /** PLACE that is a country: what its people are called in the plural ("Americans"). */
  readonly people?: readonly string[];
  /** PLACE: what it is. */
  readonly placeType?: 'country' | 'region' | 'province' | 'district' | 'city' | 'site';
  /** PLACE: WGS 84 latitude and longitude in degrees, "39.03,125.75". */
  readonly coordinates?: string;
  /** PERSON: family name as it stands alone in texts ("Mikoyan", "Kim"); given where bare use is common. */
  readonly surname?: string;
  /** PERSON: first name, for letters between friends ("Dear Winston"). */
  readonly givenName?: string;
  /** EVENT: partial date ("1956-02"), and the id of the body that held it. */
  readonly date?: string;
  readonly organizer?: string;
}
