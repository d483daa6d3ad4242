import { kindOfId } from '../model/entity-id.js';
import { byCodePoint, countEach, mostFirst } from './count-values.js';
import type { Count, PassageFacets, PassageQuestion } from './graph-search.js';
import type { FoundPassage } from './passages-of-claims.js';
import { findPassages } from './search-passages.js';
import type { SearchReader } from './search-reader.js';

/** "1957-07": as much of a date as counts. */
const monthLength = 7;

/** Sorts after every month. */
const undated = '~';

function inOrder(passages: readonly (readonly string[])[]): readonly Count<string | null>[] {
  const counts = [...countEach(passages)].sort(([a], [b]) => byCodePoint(a, b));
  return counts.map(([value, count]) => ({ value: value === undated ? null : value, count }));
}

function missingCounts(passages: readonly FoundPassage[]): readonly Count<number>[] {
  const counts: number[] = [];
  for (const { found } of passages) counts[found.missing.length] = (counts[found.missing.length] ?? 0) + 1;
  return counts.flatMap((count, value) => ({ value, count }));
}

export async function passageFacets(reader: SearchReader, question: PassageQuestion): Promise<PassageFacets> {
  const { exact, loose } = await findPassages(reader, question);
  const { passages, isCut } = loose === null ? exact : await loose();
  const rows = passages.map((passage) => passage.rows);
  const entities = rows.map((own) => own.flatMap(({ parties }) => parties.filter((id) => kindOfId(id) !== null)));
  return {
    passages: passages.length,
    isCut,
    missing: missingCounts(passages),
    claims: mostFirst(rows.map((own) => own.map(({ mode }) => (mode === null ? 'RELATION' : 'STATEMENT')))),
    modes: mostFirst(rows.map((own) => own.flatMap(({ mode }) => mode ?? []))),
    types: mostFirst(rows.map((own) => own.flatMap(({ type }) => type ?? []))),
    kinds: mostFirst(entities.map((ids) => ids.flatMap((id) => kindOfId(id) ?? []))),
    months: inOrder(rows.map(([{ date }]) => [date?.slice(0, monthLength) ?? undated])),
    documents: mostFirst(rows.map(([{ document }]) => [document])),
    entities: mostFirst(entities),
  };
}
