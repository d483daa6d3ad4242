import type { EntityDraft } from './entity-draft.js';
import type { EntityRegistry } from './entity-registry.js';
import { keyOf } from './grammar-rule.js';
import type { GraphDraft } from './graph-draft.js';
import { entityOf } from './structural-relations.js';
import type { Term } from './unit.js';

/**
 * Whom an office with its country or body stands for ("the PRC ambassador"): the one person of the document who holds
 * it, else one whom nobody names, who can speak and act all the same.
 *
 * @returns `null` for a bare office, which is the business of coreference.
 */
export function holderOf(office: Term, registry: EntityRegistry): EntityDraft | null {
  const anchors = anchorsOf(office);
  if (anchors.length === 0 || office.head === undefined || isCollective(office.head)) return null;
  const posts = registry.entities.flatMap((entity) =>
    entity.kind === 'PERSON'
      ? [
          {
            entity,
            posts: entity.terms.flatMap(({ parts }) =>
              parts.flatMap(({ role, term }) => (role === 'post' ? [term] : [])),
            ),
          },
        ]
      : [],
  );
  const sure = posts.filter(({ posts: own }) => own.some((post) => isSamePost(post, office)));
  // "Ambassador Nagy" may be the Hungarian Ambassador.
  const open = posts.filter(({ posts: own }) =>
    own.some(({ head, parts }) => head === office.head && anchorsOf({ parts }).length === 0),
  );
  const named = sure.length > 0 ? sure : open;
  if (named.length > 0) return named.length === 1 ? (named[0]?.entity ?? null) : null;
  const holder = registry.add('GROUP', `holder of ${office.head} ${anchors.sort().join(' ')}`);
  if (!holder.terms.some(({ start }) => start === office.start)) holder.terms.push(office);
  holder.officeOf ??= office;
  holder.addMention({ start: office.start, end: office.end, text: office.name, kind: 'title' });
  return holder;
}

/** Who holds an office without a name is somebody where he speaks or acts; where he is only spoken of, the office is a word. */
export function settleHolders(registry: EntityRegistry, graph: GraphDraft): void {
  const acting = new Set([
    ...graph.relations.flatMap(({ source, target }) => [source, target]),
    ...graph.statements.flatMap(({ speaker, addressees, reportedBy }) => [speaker, ...addressees, ...reportedBy]),
  ]);
  for (const [index, statement] of graph.statements.entries()) {
    const about = statement.about.filter((entity) => entity.officeOf === undefined || acting.has(entity));
    if (about.length < statement.about.length) graph.statements[index] = { ...statement, about };
  }
  for (const holder of acting) {
    const { officeOf } = holder;
    if (officeOf === undefined) continue;
    const range = { start: officeOf.start, end: officeOf.end };
    const claim = { range, rule: 'unnamed-holder', confidence: 0.7 };
    for (const { term } of officeOf.parts) graph.relate('AFFILIATED_WITH', holder, entityOf(term, registry), claim);
  }
}

function isSamePost(one: Term, other: Term): boolean {
  const anchors = anchorsOf(one);
  return one.head === other.head && anchorsOf(other).some((anchor) => anchors.includes(anchor));
}

function anchorsOf({ parts }: Pick<Term, 'parts'>): string[] {
  return parts.flatMap(({ term }) => {
    const isNamed = term.mention === 'name' || term.rule === 'adjective';
    return isNamed && (term.kind === 'PLACE' || term.kind === 'ORGANIZATION')
      ? [term.authority ?? keyOf(term.name)]
      : [];
  });
}

/** "members of the delegation" are a group already. */
function isCollective(head: string): boolean {
  return /^(?:member|delegate|correspondent|assistant|aide|adviser|advisor)$|s$/.test(head);
}
