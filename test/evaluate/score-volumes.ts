import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createPipeline } from '../../ingest/pipeline.js';
import type { SourceDocument } from '../../ingest/sources/source.js';
import { type AnnotatedDocument, annotatedDocument } from '../../src/evaluate/annotated-document.js';
import { Counts } from '../../src/evaluate/counts.js';
import { scoreDocument } from '../../src/evaluate/score-document.js';

/** One half of the annotated documents: rules are written with the first in view, the other is measured only. */
export const halves = ['tuning', 'held'] as const;
export type Half = (typeof halves)[number];

/** Annotations of one half, by the document's identifier in its volume. */
export function readHalf(half: Half): ReadonlyMap<string, AnnotatedDocument> {
  const folder = fileURLToPath(new URL(`frus/${half}/`, import.meta.url));
  return new Map(
    readdirSync(folder).map((file) => [
      file.replace(/\.json$/, ''),
      annotatedDocument.parse(JSON.parse(readFileSync(`${folder}${file}`, 'utf8'))),
    ]),
  );
}

/**
 * Reads the volumes once, and scores each annotated document of them as the product extracts it.
 *
 * @param folder - Where the TEI volumes are.
 * @param seen - Called with each annotated document.
 */
export async function scoreVolumes(
  folder: string,
  seen: (name: string, document: SourceDocument) => void = () => undefined,
): Promise<Readonly<Record<Half, Counts>>> {
  const pipeline = await createPipeline();
  const annotations = { tuning: readHalf('tuning'), held: readHalf('held') };
  const counts = { tuning: new Counts(), held: new Counts() };
  const missing = new Set(halves.flatMap((half) => [...annotations[half].keys()]));
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.xml'))) {
    const bytes = createReadStream(`${folder}/${file}`);
    for await (const document of pipeline.read({ name: file, bytes })) {
      const name = document.id.replace(/^document:/, '');
      for (const half of halves) {
        const annotated = annotations[half].get(name);
        if (annotated === undefined) continue;
        missing.delete(name);
        seen(name, document);
        counts[half].addAll(scoreDocument(await pipeline.extract(document), annotated).counts);
      }
    }
  }
  if (missing.size > 0) throw new Error(`The volumes hold no ${[...missing].join(', ')}.`);
  return counts;
}
