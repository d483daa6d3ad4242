import type { ReadUnit } from './reading.js';

/** "Kim Il Sung, Nam Il and Pak" is one subject. */
export function coordinationStart(units: readonly ReadUnit[], at: number): number {
  let start = at;
  while (start >= 1) {
    const link = units[start - 1];
    // "Philippines Thailand Turkey and Greece": telegrams leave commas out.
    if (isCountry(link) && isCountry(units[start]) && hasAndAfter(units, start, at)) {
      start -= 1;
      continue;
    }
    const linked = link !== undefined && (link.lower === 'and' || link.features.mark === 'comma');
    const offset = link?.lower === 'and' && units[start - 2]?.features.mark === 'comma' ? 3 : 2;
    const partner = units[start - offset];
    if (!linked || partner?.entity === undefined || partner.entity.kind !== units[at]?.entity?.kind) break;
    if (link.features.mark === 'comma' && !hasAndAfter(units, start, at)) break;
    start -= offset;
  }
  return start;
}

function isCountry(unit: ReadUnit | undefined): boolean {
  return unit?.entity?.kind === 'PLACE' && unit.term?.mention === 'name';
}

function hasAndAfter(units: readonly ReadUnit[], from: number, to: number): boolean {
  return units.slice(from, to + 1).some((unit) => unit.lower === 'and');
}
