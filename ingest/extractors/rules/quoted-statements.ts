import type { AttributedQuotation } from './attribution.js';
import type { Discourse } from './discourse-sentence.js';
import type { EntityDraft } from './entity-draft.js';
import type { EntityRegistry } from './entity-registry.js';
import type { GraphDraft } from './graph-draft.js';
import { judgedSubjects, openingEntities } from './stance.js';
import { subjectsOf } from './subjects.js';
import { distinct } from './talks.js';

const answering =
  /^(?:react|reacted|reacts|respond|responded|comment|commented|responses|reactions|opinions|comments|discuss|discussed)$/;

/** Quotations with their speakers as statements, and what the speakers think of those they name. */
export function quotedStatements(
  discourse: Discourse,
  quotations: readonly AttributedQuotation[],
  registry: EntityRegistry,
  graph: GraphDraft,
): void {
  for (const { quotation, attribution } of quotations) {
    const inside = discourse.sentences.filter(
      ({ sentence }) => sentence.start < quotation.inner.end && sentence.end > quotation.inner.start,
    );
    if (inside.some(({ isAnnounced }) => isAnnounced)) continue;
    const speaker = speakerOf(attribution, registry) ?? askedGroup(discourse, quotation.start);
    if (speaker === null) continue;
    const about = distinct(
      inside.flatMap(({ units }) =>
        subjectsOf(
          units.filter((unit) => unit.start >= quotation.start && unit.end <= quotation.end),
          registry,
        ),
      ),
    ).filter((entity) => entity !== speaker);
    graph.state({
      speaker,
      mode: 'QUOTED',
      addressees: [],
      about,
      range: { start: quotation.start, end: quotation.end },
      date: inside[0]?.date ?? null,
      reportedBy: [],
      rule: 'attributed-quotation',
      confidence: 0.85,
    });
    let carried: readonly EntityDraft[] = [];
    for (const sentence of inside) {
      const opinion = judgedSubjects(sentence, carried);
      for (const judged of opinion?.judged ?? []) {
        graph.relate(opinion?.relation ?? 'CRITICIZED', speaker, judged, {
          range: sentence.sentence,
          rule: 'judged-in-quotation',
          confidence: 0.55,
          modality: 'ASSERTED',
          date: sentence.date,
        });
      }
      const subjects = openingEntities(sentence.units);
      if (subjects.length > 0) carried = subjects;
    }
  }
}

function speakerOf(attribution: AttributedQuotation['attribution'], registry: EntityRegistry): EntityDraft | null {
  if (
    attribution === null ||
    attribution.kind === 'NAME' ||
    attribution.kind === 'DATE' ||
    attribution.kind === 'OFFICE'
  )
    return null;
  return registry.find(attribution, attribution.kind) ?? null;
}

/** A quotation that no bracket attributes belongs to the group whose reactions the text lists. */
function askedGroup(discourse: Discourse, before: number): EntityDraft | null {
  const listing = discourse.sentences.findLast(
    ({ sentence, units, quotedSpeaker }) =>
      sentence.end <= before &&
      quotedSpeaker === undefined &&
      units.some((unit) => answering.test(unit.lower)) &&
      units.some((unit) => unit.entity?.kind === 'GROUP'),
  );
  return listing?.units.findLast((unit) => unit.entity?.kind === 'GROUP')?.entity ?? null;
}
