import { Command } from 'commander';
import { BadArgumentError } from '../errors.js';
import { Counts } from '../evaluate/counts.js';
import { type DocumentScore, scoreDocument } from '../evaluate/score-document.js';
import { scoreReport } from '../evaluate/score-report.js';
import type { TextSentences } from '../evaluate/text-sentences.js';
import { documentName } from './document-name.js';
import { reportModelFailure } from './model-report.js';
import { readAnnotations } from './read-annotations.js';
import { renderFindings, renderReport } from './render-scores.js';
import { exitCodeOfRun, runOverDocuments } from './run.js';
import type { Session } from './session.js';
import {
  type AuthorityOption,
  addAuthorityOption,
  addExtractorOption,
  addPathsArgument,
  type ExtractorOption,
  llmFrom,
} from './shared-options.js';

interface EvaluateOptions extends AuthorityOption, ExtractorOption {
  readonly json?: boolean;
}

/** A document's score, and the sentences that its findings are quoted from. */
interface Scored {
  readonly score: DocumentScore;
  readonly sentences: TextSentences | null;
}

const nothing = { entities: [], relations: [], statements: [] };

function renderJson(scores: ReadonlyMap<string, Scored>, total: Counts): string {
  const documents = [...scores].map(([name, { score }]) => [name, scoreReport(score.counts)]);
  return `${JSON.stringify({ total: scoreReport(total), documents: Object.fromEntries(documents) }, null, 1)}\n`;
}

function renderTables(scores: ReadonlyMap<string, Scored>, total: Counts): string {
  const reports = [...scores].map(([name, { score }]) => renderReport(name, scoreReport(score.counts)));
  const sum = scores.size > 1 ? [renderReport(`${scores.size} documents`, scoreReport(total))] : [];
  const findings = [...scores].map(([name, { score, sentences }]) => renderFindings(name, score, sentences));
  return [...findings, ...reports, ...sum].join('\n');
}

export function evaluateCommand(session: Session): Command {
  const command = new Command('evaluate')
    .description(
      'Compare what is extracted with annotated documents: precision, recall, F1; each miss and invention with its sentence.',
    )
    .argument('<gold>', 'annotations: NAME.json, or a folder of them; a document of the same NAME belongs to each');
  addPathsArgument(command);
  addAuthorityOption(command);
  addExtractorOption(command);
  command.option('--json', 'print the figures as one JSON object');
  return command.action(async (gold: string, paths: string[], options: EvaluateOptions) => {
    const llm = llmFrom(options);
    const annotations = await readAnnotations(gold);
    const scores = new Map<string, Scored>();
    let incomplete = 0;
    // Only now, as the pipeline is, whose tokenizer it shares.
    const { readSentences } = await import('./read-sentences.js');
    const outcome = await runOverDocuments(
      { paths, authorities: options.authority, llm, ...session },
      async (read, pipeline) => {
        const name = documentName(read);
        const annotated = annotations.get(name);
        if (annotated === undefined) return;
        const graph = await pipeline.extract(read.document);
        if (reportModelFailure(session.terminal, read, graph.document.coverage)) incomplete += 1;
        scores.set(name, { score: scoreDocument(graph, annotated), sentences: readSentences(read.document) });
      },
    );
    for (const [name, annotated] of annotations) {
      if (scores.has(name)) continue;
      session.terminal.report(
        new BadArgumentError(
          `No document was read for the annotation ${name}; it counts as one in which nothing was found.`,
          `Name a file ${name} with any extension.`,
        ),
      );
      scores.set(name, { score: scoreDocument(nothing, annotated), sentences: null });
    }
    const total = new Counts();
    for (const { score } of scores.values()) total.addAll(score.counts);
    await session.terminal.write(options.json === true ? renderJson(scores, total) : renderTables(scores, total));
    session.end(exitCodeOfRun(outcome, incomplete));
  });
}
