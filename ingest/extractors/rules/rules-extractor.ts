import type { AuthorityRecord } from '../../lexicon/authority-record.js';
import type { SourceDocument } from '../../sources/source.js';
import { documentText } from '../../text/document-text.js';
import type { Extractor } from '../extractor.js';
import { appointments } from './appointments.js';
import { attendance } from './attendance.js';
import { attributedQuotations } from './attribution.js';
import { authorship } from './author.js';
import { correspondence } from './correspondence.js';
import { dealings } from './dealings.js';
import { delegationHeads } from './delegation-heads.js';
import { dialogueStatements } from './dialogue.js';
import { readDiscourse } from './discourse.js';
import { outermostTerms, parseDocument } from './document-reader.js';
import { envoys } from './envoys.js';
import { GraphDraft } from './graph-draft.js';
import { documentGraph } from './graph-output.js';
import { journeys } from './journeys.js';
import { createLexicon, type Lexicon } from './lexicon.js';
import { mentionedTalks } from './mentioned-talks.js';
import { recordMentions } from './mentions.js';
import { quotedStatements } from './quoted-statements.js';
import { recordedActions } from './recorded-actions.js';
import { SpeechReader } from './speech.js';
import { groupsInBodies, verbRelations } from './stance.js';
import { structuralRelations } from './structural-relations.js';
import { nameConversations } from './talk-names.js';
import { talkRelations } from './talk-relations.js';
import { toldByRecords } from './told-by-records.js';
import { settleHolders } from './unnamed-holders.js';

/**
 * The extractor of rules: a grammar over names of the authorities, coreference, and what verbs of speech and stance
 * make of both. Deterministic.
 *
 * @param added - Records given for these documents; they go before the others.
 */
export function rulesExtractor(records: readonly AuthorityRecord[], added: readonly AuthorityRecord[] = []): Extractor {
  let own: Lexicon | null = null;
  const ofVolumes = new WeakMap<readonly AuthorityRecord[], Lexicon>();
  /** A volume's list of persons goes before all others for its documents, which share it. */
  const lexiconFor = ({ edition }: SourceDocument): Lexicon => {
    if (edition === undefined || edition.authority.length === 0) {
      own ??= createLexicon(records, added);
      return own;
    }
    const known = ofVolumes.get(edition.authority);
    if (known !== undefined) return known;
    const lexicon = createLexicon(records, [...added, ...edition.authority]);
    ofVolumes.set(edition.authority, lexicon);
    return lexicon;
  };

  return {
    name: 'rules',
    extract(document) {
      const text = documentText(document);
      const lexicon = lexiconFor(document);
      const parsed = parseDocument(text, lexicon, document.edition?.links);
      const { registry } = parsed;
      const outermost = outermostTerms(parsed.sentences);
      const quotations = attributedQuotations(text, outermost);
      const authors = authorship(parsed);
      const discourse = readDiscourse({
        parsed,
        authorship: authors,
        quotations,
        documentDate: document.date,
        recordOf: (id) => lexicon.recordOf(id),
      });
      nameConversations(discourse, authors.author);
      recordMentions(discourse, registry);

      const graph = new GraphDraft();
      structuralRelations(discourse, registry, graph);
      const recordOf = (id: string) => lexicon.recordOf(id);
      toldByRecords(discourse, registry, recordOf, graph);
      envoys(discourse, { authorship: authors, registry, recordOf }, graph);
      talkRelations(discourse, graph);
      correspondence(discourse, authors, registry, graph);
      attendance(discourse, graph);
      const speech = new SpeechReader(registry, graph, recordOf);
      for (const sentence of discourse.sentences) {
        verbRelations(sentence, registry, graph, speech.lastRequester);
        groupsInBodies(sentence, registry, graph);
        appointments(sentence, registry, graph);
        delegationHeads(sentence, graph);
        journeys(sentence, registry, graph);
        dealings(sentence, graph);
        mentionedTalks(sentence, graph);
        speech.read(sentence);
      }
      recordedActions(discourse, registry, graph);
      quotedStatements(discourse, quotations, registry, graph);
      dialogueStatements(discourse.sentences, registry, graph);
      settleHolders(registry, graph);
      return documentGraph({
        document,
        text,
        discourse,
        entities: registry.entities,
        graph,
        author: authors.author,
        recordOf: (id) => lexicon.recordOf(id),
      });
    },
  };
}
