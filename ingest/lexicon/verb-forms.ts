import { askingAdjectives, stanceAdjectives } from './speech-and-stance-words.js';
import { type VerbFrame, verbFrames } from './verb-frames.js';
import { verbsOfPapers } from './verbs-of-papers.js';

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

/** What stands under a written form. */
export interface VerbEntry {
  readonly verb: KnownVerb | undefined;
  /** Forms of several words that begin with it, by the words behind it: "on" of "called on". */
  readonly longer: ReadonlyMap<string, KnownVerb> | undefined;
  /** Whether only the tagger's VERB makes it one. */
  readonly isOftenNoun: boolean;
}

const longerForms = new Map<string, Map<string, KnownVerb>>();
for (const [form, verb] of byForm) {
  for (const { index } of form.matchAll(/ /g)) {
    const opening = form.slice(0, index);
    const known = longerForms.get(opening) ?? new Map<string, KnownVerb>();
    longerForms.set(opening, known.set(form.slice(index + 1), verb));
  }
}

/** @param form - A word, or several with one space between them, in small letters. */
export function verbEntry(form: string): VerbEntry | undefined {
  const verb = byForm.get(form);
  const longer = longerForms.get(form);
  return verb === undefined && longer === undefined ? undefined : { verb, longer, isOftenNoun: oftenNouns.has(form) };
}
