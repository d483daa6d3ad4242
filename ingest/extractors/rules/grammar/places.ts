import { type GrammarRule, keyOf, termOf } from '../grammar-rule.js';
import { termWith } from '../unit.js';
import { unitPattern } from '../unit-pattern.js';

/** "North Hwanghae Province", "province of North Hwanghae" and "North Hwanghae" are one. */
function placeKey(name: string): string {
  return keyOf(
    name
      .replace(
        /\b(?:province|provinces|city|town|county|district|region|oblast|prefecture|village|aimak|aimag|raion|rayon|krai|voivodeship|commune|canton|township)\b/gi,
        ' ',
      )
      .replace(/^\s*of\b/i, ''),
  );
}

export const placeRules: readonly GrammarRule[] = [
  {
    name: 'place-noun-of-place',
    reason: 'The kind of a place before its name.',
    pattern: unitPattern('(?<![cap+!term]) [place-noun] of (?<place>[PLACE])'),
    example: ['He spoke to the people of the province of North Hwanghae.', 'province of North Hwanghae'],
    build: (match, units, context) => {
      const place = match.group('place')[0]?.term;
      if (place === undefined) return null;
      return termOf(units, context, {
        kind: 'PLACE',
        rule: 'place-noun-of-place',
        key: place.key,
        ...(place.authority === undefined ? {} : { authority: place.authority }),
      });
    },
  },
  {
    name: 'place-with-noun',
    reason: 'The kind of a place after its name.',
    pattern: unitPattern('(?<place>[PLACE]) (?<noun>[place-noun+cap])'),
    example: ['The town lies in North Hwanghae Province.', 'North Hwanghae Province'],
    build: (match, units, context) => {
      const place = match.group('place')[0]?.term;
      if (place === undefined || /republic|state|kingdom/i.test(match.group('noun')[0]?.lower ?? '')) return null;
      return termOf(units, context, {
        kind: 'PLACE',
        rule: 'place-with-noun',
        key: place.key,
        ...(place.authority === undefined ? {} : { authority: place.authority }),
      });
    },
  },
  {
    name: 'unknown-place-with-noun',
    reason: 'A name that no record has, told to be a place by its noun.',
    pattern: unitPattern(
      '([cap+!term+!place-noun+!organ+!body-noun+!month+!DET+!person-title+!office-noun+!ADP+!PRON+!SCONJ+!government])+ (?<noun>[place-noun+cap])',
    ),
    example: ['Officials of Mensan District came.', 'Mensan District'],
    build: (_match, units, context) => {
      const term = termOf(units, context, { kind: 'PLACE', rule: 'unknown-place-with-noun', confidence: 0.75 });
      return term === null ? null : termWith({ ...term, key: placeKey(term.name) });
    },
  },
  {
    name: 'unknown-place-with-small-noun',
    reason: 'A name that no record has, told to be a district or a province by the noun behind it, in small letters.',
    pattern: unitPattern(
      '([cap+PROPN+!term+!place-noun+!organ+!body-noun+!month+!DET+!person-title+!office-noun+!ADP+!PRON+!SCONJ+!government]){1,3} (?<noun>[=province|=county|=district|=oblast|=aimak|=aimag|=prefecture|=raion|=rayon|=krai|=voivodeship|=commune|=canton|=township])',
    ),
    example: ['The peasants of Tolbuk province came.', 'Tolbuk province'],
    build: (_match, units, context) => {
      const term = termOf(units, context, { kind: 'PLACE', rule: 'unknown-place-with-small-noun', confidence: 0.7 });
      return term === null ? null : termWith({ ...term, key: placeKey(term.name) });
    },
  },
  {
    name: 'noun-of-unknown-place',
    reason: 'A name that no record has, told to be a place by the noun before it.',
    pattern: unitPattern('(?<![cap+!term]) [place-noun] of (?<name>([cap+!term+!organ+!body-noun])+)'),
    example: ['He went to the city of Kilju.', 'city of Kilju'],
    build: (match, units, context) => {
      const name = match
        .group('name')
        .map((unit) => unit.text)
        .join(' ');
      return termOf(units, context, {
        kind: 'PLACE',
        rule: 'noun-of-unknown-place',
        key: placeKey(name),
        confidence: 0.7,
      });
    },
  },
];

/** Places that say what they lie in. A level of its own: it looks at places that are whole. */
export const placeInPlaceRules: readonly GrammarRule[] = [
  {
    name: 'place-of-place',
    reason: 'A district of a province; a city, then its province after a comma.',
    pattern: unitPattern(`(?<inner>[PLACE]) (of the?|[comma]) (?<outer>[PLACE])`),
    example: ['They came from Mensan District of North Hwanghae Province.', 'Mensan District'],
    build: (match, _units, context) => {
      const [inner, outer] = [match.group('inner')[0], match.group('outer')[0]];
      if (inner?.term === undefined || outer?.term === undefined) return null;
      const comma = context.text.slice(inner.end, outer.start).includes(',');
      // "Moscow, Peking" is a list; "Hyesan, Ryanggang Province" is an address.
      if (comma && !/\b(?:province|district|county|oblast|krai|region|state|prefecture)$/i.test(outer.text))
        return null;
      const within = [...inner.term.parts, { role: 'place' as const, term: outer.term }];
      return { ...inner.term, parts: within, covers: { start: inner.start, end: outer.end } };
    },
  },
];
