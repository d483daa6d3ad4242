import type { DocumentScore, Finding } from '../evaluate/score-document.js';
import type { PrecisionRecall, ScoreReport } from '../evaluate/score-report.js';

/** Wide enough for the longest document name that is not cut, and the longest relation type. */
const nameWidth = 34;

function row(name: string, { precision, recall, f1, hit, found, annotated }: PrecisionRecall): string {
  const shares = [precision, recall, f1].map((share) => share.toFixed(4).padStart(11)).join('');
  const numbers = [hit, found, annotated].map((count) => String(count).padStart(11)).join('');
  return `${name.slice(0, nameWidth).padEnd(nameWidth)}${shares}${numbers}`;
}

function rowsByType(byType: Readonly<Record<string, PrecisionRecall>>): string[] {
  return Object.entries(byType).map(([type, score]) => row(`    ${type}`, score));
}

function figure(name: string, value: number, explanation: string): string {
  return `${name.padEnd(nameWidth)}${value.toFixed(4).padStart(11)}   ${explanation}`;
}

/** The figures of one document, or of all together. */
export function renderReport(title: string, { entities, relations, statements }: ScoreReport): string {
  const head = ['precision', 'recall', 'F1', 'hit', 'found', 'annotated'].map((word) => word.padStart(11)).join('');
  return `${[
    `${title.slice(0, nameWidth).padEnd(nameWidth)}${head}`,
    row('entities, typed', entities.typed),
    ...rowsByType(entities.byType),
    row('entities, untyped', entities.untyped),
    `    ${entities.split} split, ${entities.merged} merged, ${entities.neutral} neither asked for nor wrong`,
    row('relations, strict', relations.strict),
    ...rowsByType(relations.byType),
    row('relations, any type and direction', relations.relaxed),
    figure('    core recall', relations.coreRecallStrict, `of ${relations.core} relations beyond dispute`),
    figure('    core recall, relaxed', relations.coreRecallRelaxed, `${relations.unaligned} with an unknown end`),
    row('statements, who about what', statements.aboutPairs),
    figure('    speaker', statements.speakerAccuracy, `of ${statements.annotated} annotated statements`),
    figure('    speaker, of those matched', statements.speakerAccuracyMatched, `${statements.matched} matched`),
    figure('    mode, of those matched', statements.modeAccuracyMatched, `${statements.found} found`),
  ].join('\n')}\n`;
}

function lines(title: string, findings: readonly Finding[]): string[] {
  const words = ['missed', 'invented', 'mistaken'] as const;
  return words.flatMap((word) => {
    const texts = findings.filter(({ what }) => what === word).map(({ text }) => `    ${text}`);
    return texts.length === 0 ? [] : [`  ${title} ${word}`, ...texts.sort()];
  });
}

/** What was missed, invented or mistaken in one document. */
export function renderFindings(name: string, score: DocumentScore): string {
  const found = [
    ...lines('entities', score.entities),
    ...lines('relations', score.relations),
    ...lines('statements', score.statements),
  ];
  return `${[name, ...(found.length === 0 ? ['  nothing missed, nothing invented'] : found)].join('\n')}\n`;
}
