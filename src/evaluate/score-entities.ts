import type { ExtractedEntity } from '../model/document-graph.js';
import type { Alignment } from './align-entities.js';
import type { AnnotatedEntity } from './annotated-document.js';
import type { Counts } from './counts.js';
import type { Finding } from './finding.js';

/**
 * Counts splits (a found entity that shares a surface with an annotated one and is aligned to none) and merges (one
 * that holds surfaces which belong to two annotated ones, and to them alone).
 */
function countSplitsAndMerges(alignment: Alignment, counts: Counts): void {
  const owners = new Map<string, Set<number>>();
  for (const [j, surfaces] of alignment.annotatedSurfaces.entries()) {
    for (const surface of surfaces) owners.set(surface, (owners.get(surface) ?? new Set()).add(j));
  }
  for (const [i, surfaces] of alignment.foundSurfaces.entries()) {
    const known = [...surfaces].flatMap((surface) => owners.get(surface) ?? []);
    const unshared = new Set(known.filter((set) => set.size === 1).flatMap((set) => [...set]));
    if (alignment.annotatedOf[i] === null && known.length > 0) counts.add('entities.split');
    if (unshared.size > 1) counts.add('entities.merged');
  }
}

export function scoreEntities(
  found: readonly ExtractedEntity[],
  annotated: readonly AnnotatedEntity[],
  alignment: Alignment,
  counts: Counts,
): Finding[] {
  const findings: Finding[] = [];
  const met = new Set(alignment.annotatedOf);
  for (const [j, entity] of annotated.entries()) {
    if (entity.optional) continue;
    counts.add('entities.annotated');
    counts.add(`entities.annotated:${entity.type}`);
    if (met.has(j)) continue;
    const surfaces = alignment.annotatedSurfaces[j] ?? new Set();
    const place = { together: [{ surfaces, passages: [] }] };
    findings.push({ what: 'missed', text: `${entity.type} ${entity.name}`, place });
  }
  for (const [i, entity] of found.entries()) {
    const index = alignment.annotatedOf[i] ?? null;
    const match = index === null ? undefined : annotated[index];
    const place = { passages: entity.mentions.slice(0, 1) };
    if (match?.optional) {
      counts.add('entities.neutral');
      continue;
    }
    counts.add('entities.found');
    counts.add(`entities.found:${entity.type}`);
    if (match === undefined) {
      findings.push({ what: 'invented', text: `${entity.type} ${entity.name}`, place });
      continue;
    }
    counts.add('entities.hit');
    if (entity.type === match.type) {
      counts.add('entities.typedHit');
      counts.add(`entities.hit:${match.type}`);
    } else findings.push({ what: 'mistaken', text: `${entity.type} ${entity.name} is ${match.type}`, place });
  }
  countSplitsAndMerges(alignment, counts);
  return findings;
}
