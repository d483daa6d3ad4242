import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { EntityKind } from '../../src/model/ontology.js';
import { printPartialDate } from '../../src/model/partial-date.js';
import type { EntityHead } from '../api/entity-head.js';
import { loadDocument, type SourceText } from '../api/load-document.js';
import { type Claim, loadDocumentClaims } from '../api/load-document-claims.js';
import { loadDocumentMentions } from '../api/load-document-mentions.js';
import { Failure, Notice, Waiting } from '../panels/notice.js';
import { useAllPages } from '../use-all-pages.js';
import { useAnswer } from '../use-answer.js';
import { byPlace } from './claims-in-view.js';
import { DocumentText } from './document-text.js';
import { KindChoice } from './kind-choice.js';
import { ReaderPanel } from './reader-panel.js';
import type { TextMark } from './text-marks.js';
import type { TextRange } from './text-segments.js';

export interface DocumentWays {
  readonly choose: (entity: string) => void;
  readonly read: (relations: readonly string[]) => void;
  /** Marks a passage of the document. */
  readonly show: (passage: TextRange) => void;
  /** Closes the document, for another one. */
  readonly leave: () => void;
  /** The address of the page with the entity selected. */
  readonly hrefOf: (entity: EntityHead) => string;
  /** Whether its own panel stands beside the text, and not the details of what is selected. */
  readonly hasPanel: boolean;
}

interface ReadDocumentProps extends DocumentWays {
  readonly source: SourceText;
  readonly chosen: TextRange | null;
}

function reference({ date, authors, archivalReference: at }: SourceText): string {
  const place = at && [
    at.archive,
    at.fond && `fond ${at.fond}`,
    at.opis && `opis ${at.opis}`,
    at.delo && `delo ${at.delo}`,
  ];
  const parts = [
    date === null ? null : printPartialDate(date),
    authors.map(({ name }) => name).join(', '),
    place?.filter(Boolean).join(', '),
  ];
  return parts.filter(Boolean).join(' · ');
}

/** The passages that rest under the same claims as the chosen one. */
function alike(claims: readonly Claim[], chosen: TextRange | null): readonly Claim[] {
  if (chosen === null) return [];
  const isChosen = ({ start, end }: TextRange) => start === chosen.start && end === chosen.end;
  const ids = new Set(claims.filter(isChosen).map(({ claim }) => claim.id));
  return claims.filter((claim) => ids.has(claim.claim.id) && !isChosen(claim));
}

function ReadDocument({ source, chosen, hasPanel, hrefOf, choose, read, show, leave }: ReadDocumentProps) {
  const { id, text, coverage } = source;
  const panel = useRef<HTMLElement>(null);
  const [hidden, setHidden] = useState<ReadonlySet<EntityKind>>(new Set());
  const [view, setView] = useState<TextRange | null>(null);
  const [pointed, setPointed] = useState<TextRange | null>(null);
  const mentions = useAllPages(id, (after, signal) => loadDocumentMentions(id, after, signal));
  const evidence = useAllPages(id, (after, signal) => loadDocumentClaims(id, after, signal));
  const claims = useMemo(() => [...evidence.items].sort(byPlace), [evidence.items]);

  const marks = useMemo(
    (): readonly TextMark[] => [
      ...coverage.skipped.map(({ start, end, reason }) => ({ layer: 'skipped' as const, start, end, reason })),
      ...mentions.items
        .filter(({ entity }) => !hidden.has(entity.kind))
        .map((mention) => ({ layer: 'mention' as const, start: mention.start, end: mention.end, mention })),
    ],
    [mentions.items, coverage, hidden],
  );
  const passages = useMemo((): readonly TextMark[] => {
    const marked =
      (layer: 'chosen' | 'alike' | 'pointed') =>
      ({ start, end }: TextRange) => ({ layer, start, end });
    return [
      ...alike(claims, chosen).map(marked('alike')),
      ...(chosen === null ? [] : [chosen]).map(marked('chosen')),
      ...(pointed === null ? [] : [pointed]).map(marked('pointed')),
    ];
  }, [claims, chosen, pointed]);

  const toggle = (kind: EntityKind) => {
    const next = new Set(hidden);
    if (!next.delete(kind)) next.add(kind);
    setHidden(next);
  };
  return (
    <article class={hasPanel ? 'reader with-panel' : 'reader with-panel alone'} aria-labelledby="document-title">
      <div>
        <header class="reader-head">
          <div class="reader-title">
            <h2 id="document-title">{source.title}</h2>
            <button type="button" class="small" onClick={leave}>
              All documents
            </button>
          </div>
          <p class="quiet">{reference(source)}</p>
          <KindChoice mentions={mentions.items} hidden={hidden} toggle={toggle} />
        </header>
        {chosen !== null && chosen.end > text.length && (
          <Notice
            title="The passage lies past the end of the text."
            cure="The document has changed: open the evidence anew."
          />
        )}
        <div class="reader-text">
          {hasPanel && (
            <button type="button" class="skip-link" onClick={() => panel.current?.focus()}>
              Skip the text
            </button>
          )}
          <DocumentText
            text={text}
            marks={marks}
            passages={passages}
            chosen={chosen}
            hrefOf={hrefOf}
            choose={choose}
            onView={setView}
          />
        </div>
      </div>
      {hasPanel && (
        <ReaderPanel
          panel={panel}
          source={source}
          claims={claims}
          mentions={mentions}
          evidence={evidence}
          view={view}
          chosen={chosen}
          point={setPointed}
          {...{ choose, read, show }}
        />
      )}
    </article>
  );
}

interface DocumentReaderProps extends DocumentWays {
  readonly id: string;
  /** The passage to mark and to scroll to. */
  readonly passage: TextRange | null;
}

/** A document to be read: its text with all that the graph knows of it, and what it is and how it is cited beside it. */
export function DocumentReader({ id, passage, ...ways }: DocumentReaderProps) {
  const [start, end] = [passage?.start, passage?.end];
  // The same passage stays the same object, so that nothing is drawn or scrolled anew for it.
  const chosen = useMemo(() => (start === undefined || end === undefined ? null : { start, end }), [start, end]);
  const asked = useAnswer(id, (signal) => loadDocument(id, signal));
  const title = asked.state === 'answered' ? asked.answer?.title : undefined;
  const { hasPanel } = ways;
  // biome-ignore lint/correctness/useExhaustiveDependencies: details that are closed give the page's title back.
  useEffect(() => {
    if (title !== undefined) document.title = `${title} – Diplograph`;
  }, [title, hasPanel]);
  if (asked.state === 'waiting') return <Waiting what="the document" />;
  if (asked.state === 'failed') return <Failure {...asked} />;
  if (asked.answer === null) {
    return <Notice title="There is no such document in the store." cure="It may have been taken out: search anew." />;
  }
  return <ReadDocument key={id} source={asked.answer} chosen={chosen} {...ways} />;
}
