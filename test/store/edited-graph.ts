import type { Identity } from '../../src/linking/identity.js';
import { matchIdentities } from '../../src/linking/match-identities.js';
import { relinkBatch, withoutRelations } from '../../src/linking/relink-batch.js';
import { relationId } from '../../src/model/entity-id.js';
import type { DecisionVerdict, WantedEdit } from '../../src/model/ledger.js';
import { relationTypes } from '../../src/model/ontology.js';
import type { GraphBatch } from '../../src/model/records.js';
import { PlainGraph } from './plain-graph.js';

type Relation = GraphBatch['relations'][number];

/** What an edit says of identities, in sets: these are one; each of these is apart from each of those. */
interface Said {
  readonly edit: WantedEdit;
  readonly one: readonly (readonly string[])[];
  readonly apart: readonly (readonly [string, string, DecisionVerdict])[];
  readonly into?: string | null;
  readonly named?: readonly [identity: string, name: string] | null;
  readonly retracted?: { readonly like: Relation; readonly told: readonly (readonly [string, string])[] };
}

interface Entry extends Said {
  readonly id: string;
  held: boolean;
}

/** What two names say of each other never changes. */
const likenesses = new Map<string, boolean>();

function isAlike(a: Identity, b: Identity): boolean {
  const pair = JSON.stringify([a, b]);
  const known = likenesses.get(pair) ?? matchIdentities(a, b)?.verdict === 'SAME';
  likenesses.set(pair, known);
  return known;
}

/** Joins sets that have something in common, until none have. */
function joined(sets: readonly (readonly string[])[]): readonly (readonly string[])[] {
  let all = sets.map((set) => new Set(set));
  for (;;) {
    const at = all.findIndex((set, i) => all.some((other, j) => j > i && [...other].some((id) => set.has(id))));
    const set = all[at];
    if (set === undefined) return all.map((one) => [...one].sort());
    const touching = all.filter((other) => [...other].some((id) => set.has(id)));
    all = [...all.filter((other) => !touching.includes(other)), new Set(touching.flatMap((other) => [...other]))];
  }
}

const isTogether = (sets: readonly (readonly string[])[], a: string, b: string) =>
  sets.some((set) => set.includes(a) && set.includes(b));

/**
 * What a store should hold of documents and edits, worked out anew each time in the plainest way: all documents, all
 * edits, all pairs. Nothing is kept of what the last edit changed.
 */
export class EditedGraph {
  readonly documents = new Map<string, GraphBatch>();
  readonly entries: Entry[] = [];

  get held(): readonly Entry[] {
    return this.entries.filter(({ held }) => held);
  }

  isDeleted(document: string): boolean {
    return this.held.some(({ edit }) => edit.action === 'DELETE_DOCUMENT' && edit.document === document);
  }

  /** Documents that are in the graph. */
  present(): readonly GraphBatch[] {
    return [...this.documents.values()].filter(({ document }) => !this.isDeleted(document.id));
  }

  beings(): readonly Identity[] {
    const said = this.present().flatMap(({ entities }) => entities);
    return [...new Set(said.map(({ entity }) => entity))].sort().map((id) => {
      const own = said.filter(({ entity }) => entity === id);
      const [name = ''] = own.map((one) => one.name).sort();
      const [authority = null] = own.flatMap((one) => one.authority ?? []).sort();
      return { id, kind: own[0]?.kind ?? 'PERSON', name, authority };
    });
  }

  /** Each set of identities that are one, with those that no document names now but people spoke of. */
  sets(): readonly (readonly string[])[] {
    const beings = this.beings();
    const apart = this.held.flatMap((entry) => entry.apart);
    const decided = joined(this.held.flatMap((entry) => entry.one));
    const words = new Map<string, DecisionVerdict>();
    for (const [a, b, verdict] of apart) {
      const key = [a, b].sort().join();
      if (words.get(key) !== 'DIFFERENT') words.set(key, verdict);
    }
    const pairs = beings.flatMap((a, i) => beings.slice(i + 1).map((b) => [a, b] as const));
    const alike = pairs.filter(([a, b]) => isAlike(a, b) && words.get([a.id, b.id].sort().join()) !== 'DIFFERENT');
    const likes = (id: string) =>
      beings
        .filter(
          (other) =>
            other.id === id || alike.some(([a, b]) => [a.id, b.id].sort().join() === [id, other.id].sort().join()),
        )
        .map((other) => other.id)
        .join();
    const twins = alike.filter(
      ([a, b]) =>
        likes(a.id) === likes(b.id) &&
        !words.has([a.id, b.id].sort().join()) &&
        !this.present().some(({ entities }) =>
          [a.id, b.id].every((id) => entities.some(({ entity }) => entity === id)),
        ),
    );
    const alone = beings.map(({ id }) => [id]);
    const asDecided = joined([...alone, ...decided]);
    const asNamed = joined([...asDecided, ...twins.map(([a, b]) => [a.id, b.id])]);
    return asNamed.flatMap((set) => {
      const isTornApart = apart.some(([a, b]) => set.includes(a) && set.includes(b) && !isTogether(asDecided, a, b));
      return isTornApart ? asDecided.filter(([id = '']) => set.includes(id)) : [set];
    });
  }

  /** Entity → its identities that documents name. */
  members(): ReadonlyMap<string, readonly string[]> {
    const beings = new Map(this.beings().map((being) => [being.id, being]));
    return new Map(
      this.sets().flatMap((set) => {
        const own = set.flatMap((id) => beings.get(id) ?? []);
        const chosen = this.held.flatMap(({ into }) =>
          into != null && own.some(({ id }) => id === into) ? [into] : [],
        );
        const [longest] = [...own].sort(
          (a, b) =>
            Number(b.authority !== null) - Number(a.authority !== null) ||
            b.name.length - a.name.length ||
            (a.id < b.id ? -1 : 1),
        );
        const entity = chosen.at(-1) ?? longest?.id;
        return entity === undefined ? [] : [[entity, own.map(({ id }) => id)] as const];
      }),
    );
  }

  /** Identity → entity; one that no document names has the entity of those that people called it the same as. */
  entityOf(): ReadonlyMap<string, string> {
    const members = this.members();
    return new Map(
      this.sets().flatMap((set) => {
        const [entity] = [...members].find(([, own]) => own.some((id) => set.includes(id))) ?? [];
        return entity === undefined ? [] : set.map((id) => [id, entity] as const);
      }),
    );
  }

  graph(): PlainGraph {
    const entityOf = this.entityOf();
    const names = this.held.flatMap(({ named }) => {
      const entity = named == null ? undefined : entityOf.get(named[0]);
      return named == null || entity === undefined ? [] : [[entity, named[1]] as const];
    });
    const retracted = new Set(
      this.held.flatMap(({ retracted: one }) =>
        (one?.told ?? []).map(([source, target]) => relationOf(one?.like as Relation, source, target, entityOf)),
      ),
    );
    const graph = new PlainGraph(new Map(names));
    for (const batch of this.present()) graph.put(withoutRelations(relinkBatch(batch, entityOf), retracted));
    return graph;
  }

  /** What an edit says; the code of the error where it is refused. */
  understood(edit: WantedEdit): Said | 'BAD_ARGUMENT' | 'UNKNOWN_ENTITY' | 'CONFLICT' {
    const said = this.#said(edit);
    if (typeof said === 'string') return said;
    const [word] =
      said.edit.action === 'DECIDE_MATCH' ? said.apart.concat(said.one.map(([a = '', b = '']) => [a, b, 'SAME'])) : [];
    const others = this.held.filter((entry) => !isWordOn(entry, word));
    const one = joined([...others, said].flatMap((entry) => entry.one));
    const isContradicted =
      others.some((entry) => entry.apart.some(([a, b, verdict]) => verdict === 'DIFFERENT' && isTogether(one, a, b))) ||
      said.apart.some(([a, b]) => isTogether(one, a, b));
    return isContradicted ? 'CONFLICT' : said;
  }

  /** @param id - That the store gave the entry. */
  accept(id: string, said: Said): void {
    const [word] =
      said.edit.action === 'DECIDE_MATCH' ? said.apart.concat(said.one.map(([a = '', b = '']) => [a, b, 'SAME'])) : [];
    for (const entry of this.held) if (isWordOn(entry, word)) entry.held = false;
    this.entries.push({ ...said, id, held: true });
  }

  #said(edit: WantedEdit): Said | 'BAD_ARGUMENT' | 'UNKNOWN_ENTITY' {
    const entityOf = this.entityOf();
    const known = new Map(this.beings().map((being) => [being.id, being]));
    const members = this.members();
    const kinds = (ids: readonly string[]) => new Set(ids.map((id) => known.get(id)?.kind)).size;
    const nothing = { edit, one: [], apart: [] };
    switch (edit.action) {
      case 'DECIDE_MATCH': {
        const { left, right, verdict } = edit;
        if (left === right) return 'BAD_ARGUMENT';
        if (!known.has(left) || !known.has(right)) return 'UNKNOWN_ENTITY';
        if (kinds([left, right]) > 1) return 'BAD_ARGUMENT';
        return verdict === 'SAME'
          ? { ...nothing, one: [[left, right]] }
          : { ...nothing, apart: [[left, right, verdict]] };
      }
      case 'MERGE': {
        if (edit.entities.some((id) => !known.has(id))) return 'UNKNOWN_ENTITY';
        const entities = [...new Set(edit.entities.map((id) => entityOf.get(id) ?? id))];
        if (kinds(edit.entities) > 1 || entities.length < 2) return 'BAD_ARGUMENT';
        const all = entities.flatMap((id) => members.get(id) ?? []);
        if (edit.into !== null && !all.includes(edit.into)) return 'BAD_ARGUMENT';
        const shown =
          this.graph()
            .entities()
            .find(({ id }) => id === edit.into)?.name ?? known.get(edit.into ?? '')?.name;
        return { ...nothing, one: [all], into: edit.into, named: edit.into === null ? null : [edit.into, shown ?? ''] };
      }
      case 'SPLIT': {
        if (!known.has(edit.entity)) return 'UNKNOWN_ENTITY';
        const all = members.get(entityOf.get(edit.entity) ?? '') ?? [];
        const rest = all.filter((id) => !edit.identities.includes(id));
        const isPart = edit.identities.length > 0 && edit.identities.every((id) => all.includes(id)) && rest.length > 0;
        if (!isPart) return 'BAD_ARGUMENT';
        const apart = edit.identities.flatMap((out) => rest.map((id) => [out, id, 'DIFFERENT'] as const));
        return { edit, one: [edit.identities], apart };
      }
      case 'RENAME': {
        const entity = known.has(edit.entity) ? entityOf.get(edit.entity) : undefined;
        if (edit.name.trim() === '') return 'BAD_ARGUMENT';
        return entity === undefined ? 'UNKNOWN_ENTITY' : { ...nothing, named: [entity, edit.name.trim()] };
      }
      case 'RETRACT': {
        const graph = this.graph();
        if (!graph.relations().some(({ id }) => id === edit.relation)) return 'UNKNOWN_ENTITY';
        const told = this.present()
          .flatMap(({ relations }) => relations)
          .filter((one) => relationOf(one, one.source, one.target, entityOf) === edit.relation);
        const [like] = told;
        if (like === undefined) return 'UNKNOWN_ENTITY';
        return { ...nothing, retracted: { like, told: told.map(({ source, target }) => [source, target] as const) } };
      }
      case 'DELETE_DOCUMENT': {
        const isThere = this.present().some(({ document }) => document.id === edit.document);
        return isThere ? nothing : 'UNKNOWN_ENTITY';
      }
    }
  }
}

function isWordOn({ edit }: Entry, word: readonly [string, string, DecisionVerdict] | undefined): boolean {
  if (edit.action !== 'DECIDE_MATCH' || word === undefined) return false;
  return [edit.left, edit.right].sort().join() === [word[0], word[1]].sort().join();
}

/** Identifier of a relation like this one between the entities of two identities. */
function relationOf(like: Relation, source: string, target: string, entityOf: ReadonlyMap<string, string>): string {
  const ends = [entityOf.get(source) ?? source, entityOf.get(target) ?? target] as const;
  const [from, to] = relationTypes[like.type].symmetric && ends[0] > ends[1] ? [ends[1], ends[0]] : ends;
  return relationId(like.type, from, to, like.title, like.modality);
}
