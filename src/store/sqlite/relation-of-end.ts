/** That `w`, a row of relation_end, is a relation's first end: each has one. */
export const isSource = "(w.role = 'OUT' OR (w.role = 'BOTH' AND w.entity <= w.other))";

/** A relation as its end has it: its own row, under a long key, needn't be looked for. */
export const relationOfEnd = {
  id: 'w.relation',
  type: 'w.type',
  source: `iif(${isSource}, w.entity, w.other)`,
  target: `iif(${isSource}, w.other, w.entity)`,
  modality: 'w.modality',
  weight: 'w.weight',
} as const;
