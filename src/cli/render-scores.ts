import type { Finding } from '../evaluate/finding.js';
import type { DocumentScore } from '../evaluate/score-document.js';
import type { PrecisionRecall, ScoreReport } from '../evaluate/score-report.js';
import type { TextSentences } from '../evaluate/text-sentences.js';

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

/** A relation may be told in a dozen sentences; some show what it is about. */
const mostSentences = 3;

function sentencesOf({ place }: Finding, sentences: TextSentences): string[] {
  const quoted = sentences.at(place);
  if (quoted.length === 0) {
    if ('passages' in place) return ['no passage is given for it'];
    return [place.together.length > 1 ? 'no sentence names them together' : 'no sentence has its names'];
  }
  // Where an entity is missed, the first sentence that names it is the one to look at.
  const isEntity = 'together' in place && place.together.length === 1;
  const shown = quoted.slice(0, isEntity ? 1 : mostSentences);
  const more = quoted.length - shown.length;
  return [...shown, ...(more === 0 || isEntity ? [] : [`and ${more} more`])];
}

function lines(title: string, findings: readonly Finding[], sentences: TextSentences | null): string[] {
  const words = ['missed', 'invented', 'mistaken'] as const;
  return words.flatMap((word) => {
    const texts = findings
      .filter(({ what }) => what === word)
      .sort((a, b) => (a.text < b.text ? -1 : Number(a.text > b.text)))
      .flatMap((finding) => [
        `    ${finding.text}`,
        ...(sentences === null ? [] : sentencesOf(finding, sentences)).map((sentence) => `        | ${sentence}`),
      ]);
    return texts.length === 0 ? [] : [`  ${title} ${word}`, ...texts];
  });
}

/**
 * What was missed, invented or mistaken in one document, each with the sentences that tell of it.
 *
 * @param sentences - `null` where the document wasn't read.
 */
export function renderFindings(name: string, score: DocumentScore, sentences: TextSentences | null): string {
  const found = [
    ...lines('entities', score.entities, sentences),
    ...lines('relations', score.relations, sentences),
    ...lines('statements', score.statements, sentences),
  ];
  return `${[name, ...(found.length === 0 ? ['  nothing missed, nothing invented'] : found)].join('\n')}\n`;
}
