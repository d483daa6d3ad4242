import type { Route } from '../route.js';

/**
 * The arguments with which the server's own exports give the same entities and relations as the picture.
 *
 * @returns `null` for a picture that they can't say: around a centre, of a period, or changed by hand.
 */
export function serverExportArguments({ entity, filter, path, picture }: Route): string | null {
  const isByHand = picture.expanded.length > 0 || picture.hidden.length > 0 || Boolean(path?.to);
  const isOfEvidence = filter.minConfidence !== null || filter.since !== null || filter.until !== null;
  if (entity !== null || isByHand || isOfEvidence) return null;
  const parameters = new URLSearchParams({ limit: String(picture.limit), layout: 'FORCE' });
  for (const name of ['kinds', 'types', 'modality'] as const) {
    if (filter[name].length > 0) parameters.set(name, filter[name].join(','));
  }
  return parameters.toString().replaceAll('%2C', ',');
}
