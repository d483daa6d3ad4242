import type { DiscourseSentence } from './discourse-sentence.js';
import type { EntityRegistry } from './entity-registry.js';
import type { GraphDraft } from './graph-draft.js';
import type { ReadUnit } from './reading.js';
import { soughtWords } from './sought-words.js';
import { relatePost } from './structural-relations.js';

/** Verbs that give somebody a post, and those that take it from him. */
const appointing = /^(?:appoint|name|elect|nominate|confirm|promote|install|re-?elect|designate)(?:e?[ds])?$/;
const removing = /^(?:reliev|remov|dismiss|releas|recall|oust|depos|replac|fre)(?:e?[ds]?|es)$/;
const excluding = /^(?:expel|exclud|purg|remov|oust|dismiss)(?:led|e?[ds]?|es|ls)$/;

/** Finite forms of such verbs. */
const postChanges = soughtWords({
  has: (word) =>
    /(?:ed|s|t|d)$|^(?:appoint|relieve|remove|expel|confirm|elect)$/.test(word) &&
    (appointing.test(word) || removing.test(word) || excluding.test(word)),
});

/** Words between such a verb and the post. */
const between =
  /^(?:as|to|to be|of|from|the|a|his|her|post|posts|position|duties|duty|office|function|functions|job|responsibilities|new|be|role|comrade|cde\.?|mr\.?)$/;
const auxiliary = /^(?:was|were|is|be|been|being|has|had|have|also|recently|later|then|already|just|who|will|to|,)$/;

/** Posts that a text tells by what was done: "appointed Pak ambassador in Ulaanbaatar", "Lund was relieved of his duties as Minister of Justice". */
export function appointments({ units, date }: DiscourseSentence, registry: EntityRegistry, graph: GraphDraft): void {
  if (!postChanges.areIn(units)) return;
  units.forEach((unit, at) => {
    if (unit.term !== undefined || !postChanges.has(unit)) return;
    const isIn = appointing.test(unit.lower);
    const isOut = removing.test(unit.lower);
    const person = objectOf(units, at) ?? passiveSubject(units, at);
    if (person?.entity === undefined) return;
    const claim = {
      range: { start: Math.min(unit.start, person.start), end: Math.max(unit.end, person.end) },
      rule: isIn ? 'appointment' : 'removal',
      confidence: 0.75,
      date,
    };
    const post = postBehind(units, Math.max(at, units.indexOf(person)));
    if ((isIn || isOut) && post?.term !== undefined) {
      const range = { start: claim.range.start, end: Math.max(claim.range.end, post.end) };
      relatePost(person.entity, post.term, { ...claim, range }, registry, graph);
      return;
    }
    if (!excluding.test(unit.lower)) return;
    const body = bodyBehind(units, Math.max(at, units.indexOf(person)));
    if (body === undefined) return;
    const range = { start: claim.range.start, end: Math.max(claim.range.end, body.end) };
    graph.relate('MEMBER_OF', person.entity, body.entity, { ...claim, range, rule: 'expulsion' });
  });
}

function isPerson(unit: ReadUnit | undefined): unit is ReadUnit {
  return unit?.entity?.kind === 'PERSON';
}

/** "appointed Comrade Pak": right behind the verb. */
function objectOf(units: readonly ReadUnit[], at: number): ReadUnit | undefined {
  const next = units.slice(at + 1, at + 3).find(({ features }) => !features.has('person-title'));
  return isPerson(next) ? next : undefined;
}

/** "Pak was recently appointed": before the verb, nothing between but its auxiliaries. */
function passiveSubject(units: readonly ReadUnit[], at: number): ReadUnit | undefined {
  let index = at - 1;
  let isPassive = false;
  while (index >= 0 && units[index]?.entity === undefined && auxiliary.test(units[index]?.lower ?? '')) {
    if (/^(?:was|were|is|been|being|be)$/.test(units[index]?.lower ?? '')) isPassive = true;
    index--;
  }
  return isPassive && isPerson(units[index]) ? units[index] : undefined;
}

function postBehind(units: readonly ReadUnit[], from: number): ReadUnit | undefined {
  const next = units.slice(from + 1, from + 9).find(({ term, lower }) => term !== undefined || !between.test(lower));
  return next?.term?.kind === 'OFFICE' ? next : undefined;
}

/** "expelled him from the party". */
function bodyBehind(units: readonly ReadUnit[], from: number): ReadUnit | undefined {
  const [link, ...rest] = units.slice(from + 1, from + 5);
  const body = rest.find(({ lower }) => lower !== 'the' && lower !== 'our');
  return link?.lower === 'from' && body?.entity?.kind === 'ORGANIZATION' ? body : undefined;
}
