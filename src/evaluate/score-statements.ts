import type { ExtractedStatement } from '../model/document-graph.js';
import type { AnnotatedDocument } from './annotated-document.js';
import type { Counts } from './counts.js';
import type { Finding, FindingPlace } from './finding.js';
import type { Pairing } from './score-document.js';

/** A found statement in the identifiers of the annotation; `null` stands for what is aligned to nothing. */
interface Spoken {
  readonly speaker: string | null;
  readonly mode: string;
  readonly addressees: ReadonlySet<string>;
  readonly about: readonly (string | null)[];
}

type AnnotatedStatement = AnnotatedDocument['statements'][number];

/** Jaccard's index; two empty sets are alike. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((item) => b.has(item)).length;
  const all = a.size + b.size - shared;
  return all === 0 ? 1 : shared / all;
}

function aligned(ids: readonly (string | null)[]): ReadonlySet<string> {
  return new Set(ids.filter((id) => id !== null));
}

/** Below it two statements have too little in common to be the same. */
const leastLikeness = 0.5;

function statementLikeness(found: Spoken, annotated: AnnotatedStatement): number {
  return (
    likeness(aligned(found.about), new Set(annotated.about)) +
    0.5 * Number(found.mode === annotated.mode) +
    0.5 * likeness(found.addressees, new Set(annotated.addressees)) +
    0.5 * Number(found.speaker === annotated.speaker)
  );
}

/** Pairs statements one to one, the most alike first; of equally alike ones those nearest in their documents' order. */
function pairStatements(found: readonly Spoken[], annotated: readonly AnnotatedStatement[]): Map<number, number> {
  const candidates = found
    .flatMap((f, i) => annotated.map((a, j) => ({ i, j, alike: statementLikeness(f, a) })))
    .filter(({ alike }) => alike >= leastLikeness)
    // Sums of the same terms in another order differ in the last bits; six digits tell likenesses apart.
    .map(({ i, j, alike }) => ({ i, j, alike: Math.round(alike * 1e6), apart: Math.abs(i - j) }));
  candidates.sort((a, b) => b.alike - a.alike || a.apart - b.apart || a.j - b.j || a.i - b.i);
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  for (const { i, j } of candidates) {
    if (pairs.has(i) || taken.has(j)) continue;
    pairs.set(i, j);
    taken.add(j);
  }
  return pairs;
}

function pairKey(speaker: string, subject: string): string {
  return JSON.stringify([speaker, subject]);
}

/** Counts who spoke about what, wherever it was said: (speaker, subject) pairs. */
function scorePairs(found: readonly Spoken[], { entities, statements }: AnnotatedDocument, counts: Counts): void {
  const optionalEntities = new Set(entities.filter(({ optional }) => optional).map(({ id }) => id));
  const touchesOptional = (key: string) => (JSON.parse(key) as string[]).some((id) => optionalEntities.has(id));
  const keysOf = (some: readonly AnnotatedStatement[]) =>
    new Set(some.flatMap(({ speaker, about }) => about.map((subject) => pairKey(speaker, subject))));
  const needed = new Set([...keysOf(statements.filter((s) => !s.optional))].filter((key) => !touchesOptional(key)));
  const optional = keysOf(statements.filter((s) => s.optional));
  const pairs = new Set<string>();
  let unaligned = 0;
  for (const { speaker, about } of found) {
    for (const subject of about) {
      if (speaker === null || subject === null) unaligned += 1;
      else pairs.add(pairKey(speaker, subject));
    }
  }
  const hits = [...pairs].filter((key) => needed.has(key)).length;
  const wrong = [...pairs].filter((key) => !needed.has(key) && !touchesOptional(key) && !optional.has(key)).length;
  counts.add('about.annotated', needed.size);
  counts.add('about.hit', hits);
  counts.add('about.found', hits + wrong + unaligned);
}

export function scoreStatements(
  found: readonly ExtractedStatement[],
  annotated: AnnotatedDocument,
  { annotatedId, mentioned }: Pairing,
  counts: Counts,
): Finding[] {
  const needed = annotated.statements.filter(({ optional }) => !optional);
  const spoken = found.map(
    (statement): Spoken => ({
      speaker: annotatedId(statement.speaker),
      mode: statement.mode,
      addressees: aligned(statement.addressees.map(annotatedId)),
      about: statement.about.map(annotatedId),
    }),
  );
  const pairs = pairStatements(spoken, needed);
  const findings: Finding[] = [];
  const written = ({ speaker, mode, about }: AnnotatedStatement) =>
    `${speaker} ${mode} about ${about.join(', ') || '-'}`;
  // An annotation may say where a statement begins alone, or nothing of its place.
  const placeOf = ({ speaker, about, start, end = (start ?? 0) + 1 }: AnnotatedStatement): FindingPlace =>
    start === undefined ? { together: [speaker, ...about].map(mentioned) } : { passages: [{ start, end }] };
  for (const [i, j] of pairs) {
    const [f, a] = [spoken[i], needed[j]];
    if (f === undefined || a === undefined) continue;
    counts.add('statements.matched');
    if (f.speaker === a.speaker) counts.add('statements.speakerHit');
    else {
      const [text, place] = [`${written(a)}: speaker ${found[i]?.speaker ?? ''}`, { passages: found.slice(i, i + 1) }];
      findings.push({ what: 'mistaken', text, place });
    }
    if (f.mode === a.mode) counts.add('statements.modeHit');
  }
  const met = new Set(pairs.values());
  for (const [j, statement] of needed.entries()) {
    if (!met.has(j)) findings.push({ what: 'missed', text: written(statement), place: placeOf(statement) });
  }
  for (const [i, statement] of found.entries()) {
    if (pairs.has(i)) continue;
    const text = `${statement.speaker} ${statement.mode} about ${statement.about.join(', ') || '-'}`;
    findings.push({ what: 'invented', text, place: { passages: [statement] } });
  }
  counts.add('statements.annotated', needed.length);
  counts.add('statements.found', found.length);
  scorePairs(spoken, annotated, counts);
  return findings;
}
