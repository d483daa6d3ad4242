import type { Authorship } from './author.js';
import type { Discourse, DiscourseSentence } from './discourse-sentence.js';
import type { EntityDraft } from './entity-draft.js';
import type { EntityRegistry } from './entity-registry.js';
import type { GraphDraft } from './graph-draft.js';
import type { ReadUnit } from './reading.js';
import { soughtWords } from './sought-words.js';
import { ownerOf as partyBefore } from './stance-nouns.js';
import { relatePost } from './structural-relations.js';
import { isAgent } from './subjects.js';
import { signsFor } from './voices.js';

/** Papers that carry news to the one they go to. */
const paper = 'letter|telegram|cable|memorandum|message|note|despatch|dispatch|report|airgram|communication';
const carriesNews = new RegExp(`\\b(?:${paper})\\b`, 'iu');
const paperNouns = soughtWords(new RegExp(`^(?:${paper})s?$`, 'u'));
const requests = soughtWords(/^(?:request|inquiry|enquiry|query|appeal)$/);

/** Who sends a paper informs those whom it goes to: by the title, and by the papers of which the text speaks. */
export function correspondence(
  discourse: Discourse,
  authorship: Authorship,
  registry: EntityRegistry,
  graph: GraphDraft,
): void {
  titledPaper(discourse, authorship, graph);
  signedFor(discourse, authorship, graph);
  signedAs(discourse, authorship, registry, graph);
  attachedPapers(discourse, graph);
  for (const sentence of discourse.sentences) {
    if (sentence.paragraph.role === 'title') continue;
    mentionedPapers(sentence, graph);
    mentionedRequests(sentence, graph);
  }
}

/** "Memorandum From A to B". */
function titledPaper(discourse: Discourse, { author, sender, receivers }: Authorship, graph: GraphDraft): void {
  const title = discourse.sentences.find(({ paragraph }) => paragraph.role === 'title');
  if (title === undefined || !carriesNews.test(title.paragraph.text)) return;
  const range = { start: title.sentence.start, end: title.sentence.end };
  for (const from of [author, sender]) {
    for (const receiver of receivers) {
      graph.relate('INFORMED', from ?? undefined, receiver, {
        range,
        rule: 'sent-to',
        confidence: 0.75,
        date: title.date,
      });
    }
  }
}

/** "For the Joint Chiefs of Staff:", and a name below: he signs for them. */
function signedFor({ sentences }: Discourse, { author }: Authorship, graph: GraphDraft): void {
  const line = sentences.slice(-6).find(({ paragraph }) => signsFor.test(paragraph.text));
  const body = line?.units.find(({ entity }) => entity?.kind === 'ORGANIZATION')?.entity;
  if (line === undefined || author === null) return;
  const range = { start: line.sentence.start, end: line.sentence.end };
  graph.relate('REPRESENTS', author, body, { range, rule: 'signs-for', confidence: 0.8 });
}

/** "Letter From the Acting Secretary of State", and a name below: he is that. */
function signedAs({ sentences }: Discourse, { author }: Authorship, registry: EntityRegistry, graph: GraphDraft): void {
  const title = sentences.find(({ paragraph }) => paragraph.role === 'title');
  if (title === undefined || author?.kind !== 'PERSON' || title.units.some(({ entity }) => entity === author)) return;
  const from = title.units.findIndex(({ lower, term }) => term === undefined && lower === 'from');
  const post = title.units[from + 1]?.lower === 'the' ? title.units[from + 2] : title.units[from + 1];
  if (from < 0 || post?.term?.kind !== 'OFFICE') return;
  const range = { start: post.start, end: post.end };
  relatePost(author, post.term, { range, rule: 'signed-as', confidence: 0.75 }, registry, graph);
}

function attachedPapers({ sentences }: Discourse, graph: GraphDraft): void {
  sentences.forEach(({ voice, sentence: { start, end }, date }, index) => {
    if (!voice.isAttached || voice === sentences[index - 1]?.voice) return;
    const claim = { range: { start, end }, rule: 'sent-to', confidence: 0.75, date };
    for (const receiver of voice.receivers) graph.relate('INFORMED', voice.author ?? undefined, receiver, claim);
  });
}

/** One end of a correspondence, where the text names it. */
interface Party {
  readonly entity: EntityDraft;
  readonly start: number;
  readonly end: number;
}

function partyOf(unit: ReadUnit | undefined): Party | undefined {
  return unit !== undefined && isAgent(unit.entity)
    ? { entity: unit.entity, start: unit.start, end: unit.end }
    : undefined;
}

/** "Hammarskjold's letter to you", "your telegram", "a message from Kosygin to Nixon". */
function mentionedPapers({ units, voice, date }: DiscourseSentence, graph: GraphDraft): void {
  if (!paperNouns.areIn(units)) return;
  units.forEach((unit, at) => {
    if (unit.term !== undefined || !paperNouns.has(unit)) return;
    const to = partyBehind(units, at, 'to');
    // "the Soviet note to Norway": a country before the paper sends it where the text says to whom.
    const sender = to === undefined ? undefined : partyOf(partyBefore(units, at));
    const from = ownerOf(units, at) ?? partyBehind(units, at, 'from') ?? sender;
    if (from === undefined) return;
    const range = {
      start: Math.min(from.start, unit.start),
      end: Math.max(from.end, unit.end, to?.end ?? 0),
    };
    const claim = { range, rule: 'paper-to', confidence: 0.7, date };
    graph.relate('INFORMED', from.entity, to?.entity ?? otherSide(from.entity, voice), claim);
  });
}

/** "in reply to your request", "Vorontsov's request to the Department", "I saw him at his request". */
function mentionedRequests({ units, voice, date }: DiscourseSentence, graph: GraphDraft): void {
  if (!requests.areIn(units)) return;
  units.forEach((unit, at) => {
    if (unit.term !== undefined || !requests.has(unit)) return;
    const from = ownerOf(units, at);
    if (from === undefined) return;
    const to = partyBehind(units, at, 'to');
    const isAtRequest = units.slice(Math.max(0, at - 3), at).some(({ lower }) => lower === 'at');
    const teller = isAtRequest && voice.author !== from.entity ? (voice.author ?? undefined) : undefined;
    const range = { start: from.start, end: Math.max(unit.end, to?.end ?? 0) };
    const claim = { range, rule: 'request-of', confidence: 0.7, date };
    graph.relate('ASKED', from.entity, to?.entity ?? otherSide(from.entity, voice) ?? teller, claim);
  });
}

/** "your latest letter", "Hammarskjold's letter". */
function ownerOf(units: readonly ReadUnit[], noun: number): Party | undefined {
  for (let at = noun - 1; at >= Math.max(0, noun - 4); at--) {
    const unit = units[at];
    if (unit?.features.mark === 'possessive') return partyOf(units[at - 1]);
    if (unit?.pos === 'PRON' || /^(?:my|your|his|her|their)$/.test(unit?.lower ?? '')) return partyOf(unit);
    if (unit?.term !== undefined || !/^(?:ADJ|ADV|NUM)$/.test(unit?.pos ?? '')) return undefined;
  }
  return undefined;
}

/** Who is named behind a preposition that follows the noun, dates and another party between them. */
function partyBehind(units: readonly ReadUnit[], noun: number, preposition: 'from' | 'to'): Party | undefined {
  const rest = units.slice(noun + 1, noun + 8);
  const stop = rest.findIndex(
    (unit) =>
      unit.pos === 'VERB' || unit.pos === 'AUX' || unit.features.mark === 'comma' || unit.features.mark === 'stop',
  );
  const near = stop < 0 ? rest : rest.slice(0, stop);
  const link = near.findIndex(({ lower, term }) => term === undefined && lower === preposition);
  if (link < 0) return undefined;
  return partyOf(near[link + 1]?.lower === 'the' ? near[link + 2] : near[link + 1]);
}

/** Your letter came to me, and mine to you. */
function otherSide(owner: EntityDraft, { author, receivers }: DiscourseSentence['voice']): EntityDraft | undefined {
  if (receivers.includes(owner)) return author ?? undefined;
  return owner === author && receivers.length === 1 ? receivers[0] : undefined;
}
