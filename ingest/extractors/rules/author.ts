import type { ParsedDocument, ParsedSentence } from './document-reader.js';
import type { EntityDraft } from './entity-draft.js';
import { listedAsPresent } from './talks.js';
import { knownVerb } from './verb-index.js';

/** Words of a title before the name of the one who wrote it. */
const written =
  /^(?:journal|diary|report|record|notes?|telegram|cable|letter|message|memorandum|dispatch|despatch|information|speech|note)$/;

const talkWord = /^(?:conversations?|talks?|meetings?|discussions?|interview|audience|exchange)$/;

/** Who wrote the document, whom he wrote to, and between whom a conversation of its title was. */
export interface Authorship {
  readonly author: EntityDraft | null;
  /** The body that sends the paper, where the title names no person: "Telegram From the Embassy in Korea". */
  readonly sender: EntityDraft | null;
  readonly receivers: readonly EntityDraft[];
  /** Those named in a title such as "Memorandum of conversation between A and B". */
  readonly conversation: readonly EntityDraft[];
}

/**
 * Reads the title ("Journal of …", "Letter from … to …", "Conversation between … and …"), else a signature: a person
 * alone in one of the last paragraphs.
 */
export function authorship(parsed: ParsedDocument): Authorship {
  const title = parsed.sentences.filter(({ paragraph }) => paragraph.role === 'title');
  const roles = titleRoles(title, parsed);
  if (roles.conversation.length === 0) roles.conversation.push(...headedConversation(parsed));
  const paper = roles.conversation.length > 0 || roles.receivers.length > 0 ? null : headedPaper(parsed);
  if (paper !== null) roles.receivers.push(...paper.receivers);
  const receivers = roles.receivers.length > 0 || roles.conversation.length > 0 ? roles.receivers : addressed(parsed);
  return { ...roles, receivers, author: roles.author ?? signature(parsed) ?? paper?.author ?? recorder(parsed) };
}

/** Under a letterhead, "Report of Ambassador Lund to the Ministry of Foreign Affairs" is the title all the same. */
function headedPaper(parsed: ParsedDocument): Roles | null {
  const body = parsed.sentences.filter(({ paragraph }) => paragraph.role === 'body');
  const head = body.slice(0, longestHead).find(({ paragraph, units }) => {
    const isLine = paragraph.text.length < longestSignature && !/[.!?;]\s*$/u.test(paragraph.text);
    return (
      isLine && paperHead.test(paragraph.text) && units.every(({ pos, term }) => pos !== 'VERB' || term !== undefined)
    );
  });
  if (head === undefined) return null;
  const roles: Roles = { author: null, sender: null, receivers: [], conversation: [] };
  readTitle(head, parsed, roles);
  return roles;
}

const paperHead =
  /^\W*(?:report|letter|telegram|cable|note|information|memorandum|message|dispatch|from the (?:diary|journal)|diary|journal)\b.{0,60}\b(?:of|from|by|to)\b/iu;

/** A line above the text that says whom it is for: "Dear Comrade Liebermann!", "To the Ministry of Foreign Affairs:". */
function addressed(parsed: ParsedDocument): readonly EntityDraft[] {
  const head = parsed.sentences.filter(({ paragraph }) => paragraph.role === 'body').slice(0, longestHead);
  for (const { units, paragraph } of head) {
    const isSalutation =
      /^\W*(?:my |our )?(?:very |most |highly |deeply )?(?:dear|esteemed|respected|hono[u]?red)\b/iu.test(
        paragraph.text,
      );
    const isAddress = /^\W*(?:to|for)\b\W/iu.test(paragraph.text) && /:\s*$/u.test(paragraph.text);
    if (!(isSalutation || isAddress) || paragraph.text.length > longestAddress) continue;
    const to = units.flatMap((unit) => {
      const person = unit.term?.kind === 'PERSON' ? parsed.registry.find(unit.term, 'PERSON') : undefined;
      return person ?? (isAddress ? (bodyOf(unit, parsed) ?? []) : []);
    });
    if (to.length > 0) return to.slice(0, isSalutation ? 2 : 1);
  }
  return [];
}

/** Under "Memorandum of Conversation" the next line may say whose it was. */
function headedConversation(parsed: ParsedDocument): readonly EntityDraft[] {
  const body = parsed.sentences.filter(({ paragraph }) => paragraph.role !== 'title');
  for (const sentence of body.slice(0, linesOfHead)) {
    const { text } = sentence.paragraph;
    // What stands under "Subject" is what they spoke of.
    if (text.length > longestSignature || /[.!?]\s*$/u.test(text) || /^\W*subject/iu.test(text)) return [];
    if (!headOfTalk.test(text)) continue;
    const roles: Roles = { author: null, sender: null, receivers: [], conversation: [] };
    readTitle(sentence, parsed, roles);
    if (roles.conversation.length > 1) return roles.conversation;
  }
  return [];
}

const longestAddress = 100;
/** Letterheads, stamps and numbers stand above a salutation. */
const longestHead = 25;
const linesOfHead = 5;
const headOfTalk =
  /^\W*(?:memorandum|minutes|records?|transcript|stenogra\w+|verbatim|summary|notes?|conversation|discussions?|talks?|meeting)\b.*\b(?:with|between)\b/iu;

/** Who writes to whom, as a title or the heading of an attached paper says. */
export function titleRoles(title: readonly ParsedSentence[], parsed: ParsedDocument): Roles {
  const roles: Roles = { author: null, sender: null, receivers: [], conversation: [] };
  for (const sentence of title) readTitle(sentence, parsed, roles);
  return { ...roles, sender: roles.author === null ? roles.sender : null };
}

interface Roles {
  author: EntityDraft | null;
  sender: EntityDraft | null;
  readonly receivers: EntityDraft[];
  readonly conversation: EntityDraft[];
}

/** A memorandum of conversation in the first person that nobody signed: the first of those present has dictated it. */
function recorder({ sentences, registry }: ParsedDocument): EntityDraft | null {
  const list = sentences.findIndex(({ paragraph }) => listedAsPresent(paragraph.text));
  if (list < 0 || !tellsOfSelf(sentences.slice(list + 1)) || isTranscript(sentences)) return null;
  const present = sentences.slice(list, list + 3).flatMap(({ units }) => units.flatMap(({ term }) => term ?? []));
  const first = present.find(({ kind }) => kind === 'PERSON');
  return first === undefined ? null : (registry.find(first, 'PERSON') ?? null);
}

/** Turns with labels: whoever says "I" there has not written it. */
function isTranscript(sentences: readonly ParsedSentence[]): boolean {
  const labels = sentences.filter(
    ({ units, sentence, paragraph }) =>
      sentence.start === paragraph.start &&
      units
        .slice(0, 4)
        .some(
          ({ features }, at) =>
            features.mark === 'colon' && units.slice(0, at).some(({ term }) => term?.kind === 'PERSON'),
        ),
  );
  return labels.length > 2;
}

/** "I told him": somebody writes of himself. */
function tellsOfSelf(sentences: readonly ParsedSentence[]): boolean {
  return sentences.some(({ units }) =>
    units.some(
      (unit, index) => unit.text === 'I' && knownVerb(units[index + 1] ?? unit, undefined)?.frame.mode !== undefined,
    ),
  );
}

function readTitle({ units }: ParsedSentence, parsed: ParsedDocument, roles: Roles): void {
  const words = units.map((unit) => unit.lower);
  const hasWriting = words.some((word) => written.test(word));
  const talk = words.findIndex((word) => talkWord.test(word));
  let slot = '';
  units.forEach((unit, index) => {
    if (unit.term?.kind !== 'PERSON') {
      const body = slot === 'to' && talk < 0 && hasWriting ? bodyOf(unit, parsed) : undefined;
      if (body !== undefined) roles.receivers.push(body);
      if (slot === 'from' && hasWriting) roles.sender ??= bodyOf(unit, parsed) ?? null;
      // "From the Secretary of State (Herter)": the "of" inside an office says nothing of who wrote.
      const isLink = unit.term === undefined && /^(?:of|by|from|to|with|between)$/.test(unit.lower);
      // "the delegation headed by X": X is of those with whom the talk was.
      const isHeadedBy = unit.lower === 'by' && /^(?:headed|led)$/.test(words[index - 1] ?? '');
      if (isLink && !isHeadedBy && (unit.lower !== 'of' || slot === '')) slot = unit.lower;
      return;
    }
    const person = parsed.registry.find(unit.term, 'PERSON');
    if (person === undefined) return;
    const isPossessor = /^['’ʼ]s$/u.test(words[index + 1] ?? '');
    const hasOwnTalk = isPossessor && words.slice(index + 2, index + 5).some((word) => talkWord.test(word));
    // "Lund and Holm, Memorandum of Conversation": between those whom the title begins with.
    const heads = talk > index && slot === '' && !isPossessor;
    const isAuthor = roles.author === null && ((hasWriting && /^(?:of|by|from)$/.test(slot)) || isPossessor);
    if (hasOwnTalk && !tellsOfSelf(parsed.sentences)) roles.conversation.push(person);
    else if (heads || (talk >= 0 && index > talk && /^(?:with|between|of)$/.test(slot)))
      roles.conversation.push(person);
    else if (isAuthor && (talk < 0 || index < talk)) roles.author = person;
    else if (slot === 'to') roles.receivers.push(person);
  });
}

/** "Telegram to the Department of State": a body that the paper goes to. */
function bodyOf({ term }: ParsedSentence['units'][number], parsed: ParsedDocument): EntityDraft | undefined {
  if (term?.kind !== 'ORGANIZATION' || term.mention !== 'name') return undefined;
  return parsed.registry.find(term, 'ORGANIZATION');
}

const longestSignature = 160;

/** A short paragraph near the end that is a person and hardly more. */
function signature(parsed: ParsedDocument): EntityDraft | null {
  const papers = parsed.sentences.findIndex(({ paragraph }) =>
    /^(?:tab|attachment|enclosure|annex)\b.{0,12}$/iu.test(paragraph.text),
  );
  const own = papers > 0 ? parsed.sentences.slice(0, papers) : parsed.sentences;
  for (const { units, paragraph } of own.slice(-6).reverse()) {
    // Above the text stand those to whom it went, or who were there.
    if (paragraph.text.length > longestSignature) break;
    const persons = units.flatMap((unit) => (unit.term?.kind === 'PERSON' ? [unit.term] : []));
    const [person] = persons;
    if (person === undefined || persons.length > 1 || paragraph.role === 'title') continue;
    const isSigned =
      /^\W*(?:recorded|written|drafted|prepared|taken down|reported|transcribed) by\b|\b(?:signed|signature)\b|\/s\/|^\s*\[?\(?s\)/i.test(
        paragraph.text,
      );
    const standsAlone = units.every(
      (unit) =>
        unit.term !== undefined ||
        /^\W*$/.test(unit.text) ||
        /^(?:jr|sr|ii|iii|iv|esq)\.?$/.test(unit.lower) ||
        unit.features.has('office-noun') ||
        unit.features.has('person-title'),
    );
    if (isSigned || standsAlone) return parsed.registry.find(person, 'PERSON') ?? null;
  }
  return null;
}
