import { z } from 'zod';

/**
 * A document annotated by hand, as far as scoring reads it.
 *
 * `optional` marks what a careful reader may give or leave out: neither rewarded nor punished.
 */
export const annotatedDocument = z.object({
  entities: z.array(
    z.object({
      id: z.string(),
      type: z.string(),
      name: z.string(),
      aliases: z.array(z.string()).default([]),
      /** The surfaces, or their number, which says nothing here. */
      mentions: z.union([z.number(), z.array(z.union([z.string(), z.object({ text: z.string() })]))]).optional(),
      optional: z.boolean().default(false),
    }),
  ),
  relations: z.array(
    z.object({
      type: z.string(),
      source: z.string(),
      target: z.string(),
      /** Close to undisputable: what core recall counts. */
      core: z.boolean().default(true),
      optional: z.boolean().default(false),
    }),
  ),
  statements: z.array(
    z.object({
      speaker: z.string(),
      mode: z.string(),
      addressees: z.array(z.string()).default([]),
      about: z.array(z.string()).default([]),
      /** Place in the text as received, in UTF-16 code units; not scored. */
      start: z.number().int().optional(),
      end: z.number().int().optional(),
      optional: z.boolean().default(false),
    }),
  ),
  /** Sets of people at one event, whose every meeting with each other may be given or left out. */
  co_present: z.array(z.array(z.string())).default([]),
});

export type AnnotatedDocument = z.infer<typeof annotatedDocument>;
export type AnnotatedEntity = AnnotatedDocument['entities'][number];
