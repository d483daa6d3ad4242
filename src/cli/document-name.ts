import { basename, extname } from 'node:path';
import { documentKey } from '../model/entity-id.js';
import type { ReadDocument } from './run.js';

/** The input's base name without extension; a volume's documents add their own keys. */
export function documentName({ document, place, ofVolume }: ReadDocument): string {
  const path = /^https?:/i.test(place) ? new URL(place).pathname : place;
  const base = basename(path, extname(path)) || 'document';
  const key = documentKey(document.id);
  const name = !ofVolume ? base : key.startsWith(`${base}-`) ? key : `${base}-${key}`;
  return name.replace(/[^\p{L}\p{M}\p{N}._~#-]+/gu, '-');
}
