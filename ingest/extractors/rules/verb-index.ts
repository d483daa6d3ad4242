import type { StatementMode } from '../../../src/model/ontology.js';
import {
  askingAdjectives,
  type StanceNoun,
  speechNouns,
  stanceAdjectives,
  stanceNouns,
} from '../../lexicon/speech-and-stance-words.js';
import { type VerbFrame, verbFrames } from '../../lexicon/verb-frames.js';
import { verbsOfPapers } from '../../lexicon/verbs-of-papers.js';
import type { Unit } from './unit.js';

const irregularForms: Readonly<Record<string, readonly string[]>> = {
  say: ['said'],
  tell: ['told'],
  make: ['made'],
  send: ['sent'],
  give: ['gave', 'given'],
  bring: ['brought'],
  think: ['thought'],
  feel: ['felt'],
  speak: ['spoke', 'spoken'],
  draw: ['drew', 'drawn'],
  write: ['wrote', 'written'],
  meet: ['met'],
  see: ['saw', 'seen'],
  take: ['took', 'taken'],
  hold: ['held'],
  come: ['came'],
  go: ['went', 'gone'],
  fly: ['flew', 'flown'],
  undertake: ['undertook', 'undertaken'],
  beg: ['begged', 'begging'],
  expel: ['expelled', 'expelling'],
  confer: ['conferred', 'conferring'],
  chat: ['chatted', 'chatting'],
  admit: ['admitted', 'admitting'],
  refer: ['referred', 'referring'],
  transmit: ['transmitted', 'transmitting'],
  hint: ['hinted'],
  extol: ['extolled', 'extolling'],
  lend: ['lent'],
  concur: ['concurred', 'concurring'],
  regret: ['regretted', 'regretting'],
  set: ['set', 'setting'],
  sum: ['summed', 'summing'],
  foresee: ['foresaw', 'foreseen'],
  understand: ['understood'],
  show: ['showed', 'shown'],
  read: ['read'],
  submit: ['submitted', 'submitting'],
  beseech: ['besought'],
  pay: ['paid'],
};

/** `predicative`: an adjective with its preposition, "grateful to". */
export type VerbForm = 'base' | 'third' | 'past' | 'gerund' | 'predicative';

/** Forms of a regular English verb, and the irregular ones that the rows use. */
function formsOf(verb: string): readonly (readonly [string, VerbForm])[] {
  const [head = verb, ...particles] = verb.split(' ');
  const tail = particles.length > 0 ? ` ${particles.join(' ')}` : '';
  const stem = head.replace(/e$/, '');
  const past = irregularForms[head] ?? [/[^aeiou]y$/.test(head) ? head.replace(/y$/, 'ied') : `${stem}ed`];
  const third = /[^aeiou]y$/.test(head)
    ? head.replace(/y$/, 'ies')
    : /(?:s|sh|ch|x|o)$/.test(head)
      ? `${head}es`
      : `${head}s`;
  const gerunds = past.filter((form) => form.endsWith('ing'));
  const forms: [string, VerbForm][] = [
    [head, 'base'],
    [third, 'third'],
    [gerunds[0] ?? `${stem}ing`, 'gerund'],
  ];
  for (const form of past) if (!form.endsWith('ing')) forms.push([form, 'past']);
  return forms.map(([form, kind]) => [form + tail, kind] as const);
}

export interface KnownVerb {
  readonly frame: VerbFrame;
  readonly lemma: string;
  readonly form: VerbForm;
}

const byForm = new Map<string, KnownVerb>();
for (const frame of [...verbFrames, ...verbsOfPapers]) {
  for (const lemma of frame.verbs) {
    for (const [written, form] of formsOf(lemma)) if (!byForm.has(written)) byForm.set(written, { frame, lemma, form });
  }
}

for (const frame of stanceAdjectives)
  for (const lemma of frame.verbs) byForm.set(lemma, { frame, lemma, form: 'predicative' });

for (const lemma of askingAdjectives.verbs) byForm.set(lemma, { frame: askingAdjectives, lemma, form: 'predicative' });

/** A verb by its written form, and whether forms of several words begin with it: "called" of "called on". */
interface FormEntry {
  readonly verb: KnownVerb | undefined;
  readonly opens: boolean;
}

const openings = new Set(
  [...byForm.keys()].flatMap((form) => [...form.matchAll(/ /g)].map(({ index }) => form.slice(0, index))),
);
/** Asked for every word of a text. */
const entries: ReadonlyMap<string, FormEntry> = new Map(
  [...byForm.keys(), ...openings].map((form) => [form, { verb: byForm.get(form), opens: openings.has(form) }]),
);

export const stanceByNoun: ReadonlyMap<string, StanceNoun> = new Map<string, StanceNoun>(
  stanceNouns.flatMap((row) => row.nouns.map((noun) => [noun, row] as const)),
);

/** Words that are nouns far more often than verbs: only the tagger's VERB makes them verbs. */
const oftenNouns = new Set([
  'share',
  'shares',
  'order',
  'orders',
  'task',
  'tasks',
  'commission',
  'commissions',
  'report',
  'reports',
  'support',
  'request',
  'requests',
  'question',
  'questions',
  'promise',
  'answer',
  'visit',
  'visits',
  'talk',
  'talks',
  'attack',
  'attacks',
  'call',
  'calls',
  'reply',
  'remark',
  'remarks',
  'note',
  'notes',
  'notice',
  'claim',
  'claims',
  'demand',
  'demands',
  'offer',
  'offers',
  'help',
  'aid',
  'host',
  'back',
  'point',
  'points',
  'comment',
  'comments',
  'state',
  'states',
  'lunch',
  'blame',
  'praise',
  'appeal',
  'doubt',
  'estimate',
  'hope',
  'hand',
  'hands',
  'counter',
  'object',
  'objects',
  'address',
  'plan',
  'plans',
  'favor',
  'touch',
  'added',
  'meeting',
  'direct',
  'brief',
  'cable',
  'see',
  'go',
  'feeling',
  'speaking',
  'welcome',
  'thanks',
  'meet',
  'forward',
  'following',
  'understanding',
  'side',
  'sides',
  'ally',
  'second',
  'honor',
  'honour',
  'veto',
  'insult',
  'protest',
  'protests',
  'resent',
  'champion',
  'advocate',
  'advocates',
  'boycott',
  'register',
  'accord',
  'distrust',
  'mistrust',
  'voice',
  'view',
  'views',
  'press',
  'pressure',
  'trust',
  'reason',
  'reasons',
  'judge',
  'judges',
  'term',
  'terms',
  'present',
  'presents',
  'show',
  'fear',
  'fears',
  'regret',
  'regrets',
  'outline',
  'share',
  'shares',
  'read',
  'gather',
]);

/** The frame of a verb unit; the tagger is trusted only where a form is ambiguous. */
export function knownVerb(unit: Unit, next: Unit | undefined): KnownVerb | null {
  if (unit.term !== undefined) return null;
  const entry = entries.get(unit.lower);
  if (entry === undefined) return null;
  const joined = next !== undefined && entry.opens ? byForm.get(`${unit.lower} ${next.lower}`) : undefined;
  const known = joined ?? entry.verb;
  if (known === undefined) return null;
  if (known.form === 'predicative') return known;
  if (oftenNouns.has(unit.lower) && unit.pos !== 'VERB') return null;
  if ((known.form === 'base' || known.form === 'third') && unit.pos !== 'VERB' && unit.pos !== 'AUX') return null;
  return known;
}

const modeByNoun = new Map(speechNouns.flatMap(({ nouns, mode }) => nouns.map((noun) => [noun, mode] as const)));

/** What one does who makes, raises or brings it up. */
export function speechNoun(unit: Unit): StatementMode | null {
  return unit.term === undefined ? (modeByNoun.get(unit.lower) ?? null) : null;
}

export function stanceNoun(unit: Unit): StanceNoun | null {
  return unit.term === undefined ? (stanceByNoun.get(unit.lower) ?? null) : null;
}
