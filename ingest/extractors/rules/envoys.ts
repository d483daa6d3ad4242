import type { AuthorityRecord } from '../../lexicon/authority-record.js';
import type { Authorship } from './author.js';
import { countryOf } from './country-of.js';
import type { Discourse, DiscourseSentence } from './discourse-sentence.js';
import type { EntityDraft } from './entity-draft.js';
import type { EntityRegistry } from './entity-registry.js';
import type { Claim, GraphDraft } from './graph-draft.js';
import type { ReadUnit } from './reading.js';
import { entityOf } from './structural-relations.js';
import type { Term } from './unit.js';

export interface EnvoyContext {
  readonly authorship: Authorship;
  readonly registry: EntityRegistry;
  recordOf(id: string): AuthorityRecord | undefined;
}

/**
 * Posts that a text names without their country or body, because the head of the paper, or everybody, knows it: the
 * ambassador in a cable of his embassy, the other ambassadors of a journal, "President Rhee". Nothing is said of a
 * country that the text doesn't name.
 */
export function envoys(discourse: Discourse, context: EnvoyContext, graph: GraphDraft): void {
  const { registry, authorship } = context;
  const mission = sendingMission(discourse, registry);
  if (mission !== null) {
    seatOfMission(discourse, mission, graph);
    ambassadorOfMission(discourse, mission, context, graph);
  }
  const host = mission?.host ?? hostOfAuthor(authorship.author, registry);
  for (const { units } of discourse.sentences) {
    units.forEach((unit, at) => {
      if (unit.entity?.kind === 'ORGANIZATION' && unit.term !== undefined) senderOfMission(unit, registry, graph);
      if (unit.entity?.kind !== 'PERSON' || unit.term === undefined) return;
      officerOfEmbassy(unit, units[at - 1], registry, graph);
      for (const { role, term: post } of unit.term.parts) {
        if (role !== 'post') continue;
        const claim = { range: { start: unit.start, end: unit.end }, confidence: 0.6, title: post.name };
        // "the President, Mr. Radford" are two of a list.
        const isNextTo = post.end + 1 >= unit.term.start && post.start < unit.term.start;
        if (isNextTo) nationalPost(unit.entity, post, claim, context, graph);
        if (unit.entity !== authorship.author) fellowEnvoy(unit.entity, post, host, claim, registry, graph);
      }
    });
  }
}

interface Mission {
  readonly entity: EntityDraft;
  readonly sender: EntityDraft | undefined;
  readonly host: EntityDraft | undefined;
}

function isMission({ head, name }: Term): boolean {
  return head === 'embassy' || head === 'legation' || /\b(?:Embassy|Legation)\b/u.test(name);
}

/** "Telegram From the Embassy in Korea": the embassy that sends the paper. */
function sendingMission({ sentences }: Discourse, registry: EntityRegistry): Mission | null {
  for (const { units, paragraph } of sentences) {
    if (paragraph.role !== 'title') continue;
    const from = units.findIndex(({ lower, term }) => term === undefined && lower === 'from');
    const unit = units[from + 1]?.lower === 'the' ? units[from + 2] : units[from + 1];
    if (from < 0 || unit?.entity?.kind !== 'ORGANIZATION' || unit.term === undefined || !isMission(unit.term)) continue;
    const part = (wanted: string) => {
      const term = unit.term?.parts.find(({ role }) => role === wanted)?.term;
      return term === undefined ? undefined : entityOf(term, registry);
    };
    return { entity: unit.entity, sender: named(part('country')), host: named(part('place')) };
  }
  return missionOfLetterhead(sentences, registry);
}

/** "Embassy of Norland in the DPRK" on a line of its own, or "Report, Embassy of Norland in the DPRK to the Ministry". */
function missionOfLetterhead(sentences: Discourse['sentences'], registry: EntityRegistry): Mission | null {
  for (const { units, paragraph } of sentences.slice(0, headSentences)) {
    if (paragraph.text.length > longestHead) continue;
    const at = units.findIndex(
      ({ term, entity }) => term !== undefined && entity?.kind === 'ORGANIZATION' && isMission(term),
    );
    const unit = units[at];
    const isReportOf =
      /\b(?:report|telegram|letter|note|information|dispatch|cable)\b/iu.test(paragraph.text) &&
      /^(?:of|from)$/.test(
        units[at - 1]?.lower === 'the' ? (units[at - 2]?.lower ?? '') : (units[at - 1]?.lower ?? ''),
      );
    const opens = at === 0 || isReportOf || (paragraph.role === 'title' && units[at - 1]?.features.mark === 'comma');
    const closes = at === units.length - 1 || /^(?:to|,|for)$/.test(units[at + 1]?.lower ?? '');
    if (unit?.entity === undefined || !opens || !closes) continue;
    const part = (wanted: string) => {
      const term = unit.term?.parts.find(({ role }) => role === wanted)?.term;
      return term === undefined ? undefined : named(entityOf(term, registry));
    };
    if (part('country') === undefined) continue;
    return { entity: unit.entity, sender: part('country'), host: part('place') };
  }
  return null;
}

const longestHead = 140;

function named(entity: EntityDraft | undefined): EntityDraft | undefined {
  return entity?.isNamed === true || entity?.terms.some(({ mention }) => mention === 'name') ? entity : undefined;
}

const headSentences = 8;
const longestDateline = 80;

/** "Seoul, January 8, 1955": where the embassy that sends the paper is. */
function seatOfMission({ sentences }: Discourse, mission: Mission, graph: GraphDraft): void {
  const dateline = sentences
    .slice(0, headSentences)
    .find(
      ({ units: [first], paragraph, units }) =>
        paragraph.text.length <= longestDateline &&
        first?.entity?.kind === 'PLACE' &&
        first.term?.mention === 'name' &&
        units.some(({ term }) => term?.kind === 'DATE'),
    );
  if (dateline === undefined) return;
  const range = { start: dateline.sentence.start, end: dateline.sentence.end };
  const claim = { range, rule: 'dateline-of-embassy', confidence: 0.75 };
  graph.relate('LOCATED_IN', mission.entity, dateline.units[0]?.entity, claim);
}

/** Who signs for an embassy, and the one ambassador of its paper who is nobody else's. */
function ambassadorOfMission(discourse: Discourse, mission: Mission, context: EnvoyContext, graph: GraphDraft): void {
  const signature = signatureOf(discourse, context.authorship.author);
  if (signature !== null && signature.unit.entity !== undefined) {
    const isAmbassador =
      /\bambassador\b/iu.test(signature.sentence.paragraph.text) ||
      signature.unit.term?.parts.some(({ role, term }) => role === 'post' && /ambassador$/u.test(term.head ?? '')) ===
        true;
    const claim = { range: signature.unit, rule: 'signs-for-embassy', confidence: 0.6, title: null };
    if (isAmbassador && mission.host !== undefined) accredit(signature.unit.entity, mission, claim, graph);
    else graph.relate('HOLDS_POSITION', signature.unit.entity, mission.entity, claim);
  }
  if (mission.sender === undefined) return;
  const bare = discourse.sentences.flatMap(({ units }) =>
    units.filter(
      ({ entity, term }) =>
        entity?.kind === 'PERSON' &&
        term?.parts.some(
          ({ role, term: post }) => role === 'post' && post.head === 'ambassador' && post.parts.length === 0,
        ),
    ),
  );
  const [first] = bare;
  if (first?.entity === undefined || bare.some(({ entity }) => entity !== first.entity)) return;
  const country = countryOf(first.entity, context.recordOf);
  if (country !== null && country !== mission.sender.authority) return;
  accredit(first.entity, mission, { range: first, rule: 'ambassador-of-embassy', confidence: 0.65 }, graph);
}

function accredit(person: EntityDraft, { sender, host }: Mission, claim: Claim, graph: GraphDraft): void {
  const range = { start: claim.range.start, end: claim.range.end };
  graph.relate('HOLDS_POSITION', person, host, { ...claim, range, title: 'Ambassador' });
  graph.relate('REPRESENTS', person, sender, { ...claim, range, title: null });
}

/** The last mention of the author, where it stands below the text. */
function signatureOf(
  { sentences }: Discourse,
  author: EntityDraft | null,
): { readonly unit: ReadUnit; readonly sentence: DiscourseSentence } | null {
  if (author === null) return null;
  for (const sentence of sentences.slice(-headSentences).reverse()) {
    if (sentence.paragraph.text.length > longestDateline || sentence.paragraph.role === 'title') continue;
    const unit = sentence.units.find(({ entity, term }) => entity === author && term?.mention === 'name');
    if (unit !== undefined) return { unit, sentence };
  }
  return null;
}

/** "the Embassy of the DPRK" stands for the country that sent it. */
function senderOfMission(unit: ReadUnit, registry: EntityRegistry, graph: GraphDraft): void {
  if (unit.term?.head !== 'embassy' && unit.term?.head !== 'legation') return;
  for (const { role, term } of unit.term.parts) {
    if (role !== 'country') continue;
    const claim = { range: { start: unit.start, end: unit.end }, rule: 'embassy', confidence: 0.7 };
    graph.relate('REPRESENTS', unit.entity, named(entityOf(term, registry)), claim);
  }
}

const nationalHeads =
  /^(?:president|pres|pres\.|vice president|vice-president|prime minister|premier|vice premier|vice-premier|deputy premier|deputy prime minister|first deputy premier|foreign minister|fonmin|chancellor|secretary of state|king|queen|emperor)$/;

/** "President Rhee": the country is that of his record, where the text names it. */
function nationalPost(
  person: EntityDraft,
  post: Term,
  claim: Omit<Claim, 'rule'>,
  { registry, recordOf }: EnvoyContext,
  graph: GraphDraft,
): void {
  if (post.parts.length > 0 || !nationalHeads.test(post.head ?? '')) return;
  const country = countryOf(person, recordOf);
  const place = country === null ? undefined : named(registry.byAuthority(country));
  graph.relate('HOLDS_POSITION', person, place, { ...claim, rule: 'post-of-record' });
}

/** The country to which the author of a journal is sent. */
function hostOfAuthor(author: EntityDraft | null, registry: EntityRegistry): EntityDraft | undefined {
  const posts = author?.terms.flatMap(({ parts }) => parts.filter(({ role }) => role === 'post')) ?? [];
  const envoy = posts.find(({ term }) => term.head === 'ambassador')?.term;
  const seat = envoy?.parts.find(({ role, term }) => role === 'of' && term.kind === 'PLACE')?.term;
  return seat === undefined ? undefined : named(entityOf(seat, registry));
}

/** "GDR Ambassador Schneider" in the journal of an ambassador to the same country. */
function fellowEnvoy(
  person: EntityDraft,
  post: Term,
  host: EntityDraft | undefined,
  claim: Omit<Claim, 'rule'>,
  registry: EntityRegistry,
  graph: GraphDraft,
): void {
  const isEnvoy = /^(?:ambassador|charg[eé](?: d['’ ]affaires)?)$/.test(post.head ?? '');
  if (host === undefined || !isEnvoy || post.parts.length !== 1) return;
  const [part] = post.parts;
  const sender = part?.role === 'country' ? entityOf(part.term, registry) : undefined;
  if (sender === undefined || sender === host) return;
  graph.relate('HOLDS_POSITION', person, host, { ...claim, rule: 'fellow-envoy' });
}

/** "Embassy Counselor Petrov", where the text knows one embassy. */
function officerOfEmbassy(
  unit: ReadUnit,
  before: ReadUnit | undefined,
  registry: EntityRegistry,
  graph: GraphDraft,
): void {
  const post = unit.term?.parts.find(({ role }) => role === 'post')?.term;
  const isNamed = before !== undefined && before.term === undefined && before.text === 'Embassy';
  const isOwn = /\b(?:the|our) (?:embassy|mission|legation|consulate)$/iu.test(post?.name ?? '');
  if (post === undefined || !(isNamed || isOwn)) return;
  const embassies = registry.entities.filter(
    ({ kind, terms }) => kind === 'ORGANIZATION' && terms.some((term) => isMission(term)),
  );
  const range = { start: isNamed ? before.start : unit.start, end: unit.end };
  const title = isNamed ? `Embassy ${post.name}` : post.name.replace(/ (?:of|at|in) (?:the|our) \w+$/u, '');
  const claim = { range, rule: 'officer-of-embassy', confidence: 0.75, title };
  if (embassies.length === 1) graph.relate('HOLDS_POSITION', unit.entity, embassies[0], claim);
}
