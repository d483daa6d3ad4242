import { Command } from 'commander';
import { BadArgumentError } from '../errors.js';
import { Counts } from '../evaluate/counts.js';
import { type DocumentScore, scoreDocument } from '../evaluate/score-document.js';
import { scoreReport } from '../evaluate/score-report.js';
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

const nothing = { entities: [], relations: [], statements: [] };

function renderJson(scores: ReadonlyMap<string, DocumentScore>, total: Counts): string {
  const documents = [...scores].map(([name, score]) => [name, scoreReport(score.counts)]);
  return `${JSON.stringify({ total: scoreReport(total), documents: Object.fromEntries(documents) }, null, 1)}\n`;
}

function renderTables(scores: ReadonlyMap<string, DocumentScore>, total: Counts): string {
  const reports = [...scores].map(([name, score]) => renderReport(name, scoreReport(score.counts)));
  const sum = scores.size > 1 ? [renderReport(`${scores.size} documents`, scoreReport(total))] : [];
  return [...[...scores].map(([name, score]) => renderFindings(name, score)), ...reports, ...sum].join('\n');
}

export function evaluateCommand(session: Session): Command {
  const command = new Command('evaluate')
    .description('Compare what is extracted with annotated documents: precision, recall, F1; misses and inventions.')
    .argument('<gold>', 'annotations: NAME.json, or a folder of them; a document of the same NAME belongs to each');
  addPathsArgument(command);
  addAuthorityOption(command);
  addExtractorOption(command);
  command.option('--json', 'print the figures as one JSON object');
  return command.action(async (gold: string, paths: string[], options: EvaluateOptions) => {
    const llm = llmFrom(options);
    const annotations = await readAnnotations(gold);
    const scores = new Map<string, DocumentScore>();
    let incomplete = 0;
    const outcome = await runOverDocuments(
      { paths, authorities: options.authority, llm, ...session },
      async (read, pipeline) => {
        const name = documentName(read);
        const annotated = annotations.get(name);
        if (annotated === undefined) return;
        const graph = await pipeline.extract(read.document);
        if (reportModelFailure(session.terminal, read, graph.document.coverage)) incomplete += 1;
        scores.set(name, scoreDocument(graph, annotated));
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
      scores.set(name, scoreDocument(nothing, annotated));
    }
    const total = new Counts();
    for (const { counts } of scores.values()) total.addAll(counts);
    await session.terminal.write(options.json === true ? renderJson(scores, total) : renderTables(scores, total));
    session.end(exitCodeOfRun(outcome, incomplete));
  });
}
