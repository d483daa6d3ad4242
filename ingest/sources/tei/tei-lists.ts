import type { AuthorityRecord } from '../../lexicon/authority-record.js';
import { named, textOf } from './tei-document.js';
import type { XmlElement } from './xml-tree.js';

const edge = /^[\s,;:.]+|[\s,;:.]+$/gu;
const trimmed = (text: string) => text.replace(edge, '');
/** "Yang, Dr., see You Chan Yang": a cross-reference, no person of its own. */
const crossReference = /^\P{L}*(?:\p{Lu}[\p{L}.]*,?\s+)?\(?see(?: also)?\b[,: ]*(.*)$/iu;

/** A volume's list of persons. */
export interface PersonList {
  readonly records: readonly AuthorityRecord[];
  /** The person that an identifier stands for, after cross-references. */
  canonical(id: string): string;
}

interface Entry {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly leadsTo: string | undefined;
}

function entriesOf(item: XmlElement): readonly Entry[] {
  const nested = new Set(named(item, 'item').flatMap((inner) => (inner === item ? [] : named(inner, 'persName'))));
  const heads = named(item, 'persName').filter((name) => name.attributes['xml:id'] !== undefined && !nested.has(name));
  const whole = textOf(item);
  const names = heads.map((head) => trimmed(textOf(head)));
  const leadsTo = named(item, 'persName').find(({ attributes }) => attributes.corresp !== undefined)?.attributes
    .corresp;
  let at = 0;
  return heads.map((head, index) => {
    const name = names[index] ?? '';
    const from = whole.indexOf(name, at);
    at = from + name.length;
    const next = names[index + 1];
    const until = next === undefined ? -1 : whole.indexOf(next, at);
    const description = trimmed(from < 0 ? whole : whole.slice(at, until < 0 ? undefined : until));
    return { id: head.attributes['xml:id'] ?? '', name, description, leadsTo: leadsTo?.replace(/^#/, '') };
  });
}

/** Reads `div[@xml:id=persons]`; identifiers begin with the volume's. */
export function personList(div: XmlElement, volume: string): PersonList {
  const entries = named(div, 'item')
    .flatMap(entriesOf)
    .filter(({ name }) => name !== '');
  const byName = new Map(entries.map(({ id, name }) => [name.toLowerCase(), id]));
  const seeAlso = new Map<string, string>();
  for (const { id, description, leadsTo } of entries) {
    const see = crossReference.exec(description)?.[1];
    const goal = see === undefined ? undefined : (leadsTo ?? byName.get(trimmed(see).toLowerCase()));
    if (goal !== undefined && goal !== id) seeAlso.set(id, goal);
  }
  const canonical = (id: string) => {
    const seen = new Set<string>();
    let at = id;
    for (let next = seeAlso.get(at); next !== undefined && !seen.has(at); next = seeAlso.get(at)) {
      seen.add(at);
      at = next;
    }
    return at;
  };
  const aliases = new Map<string, string[]>();
  for (const { id, name } of entries) {
    if (canonical(id) !== id) aliases.set(canonical(id), [...(aliases.get(canonical(id)) ?? []), name]);
  }
  return {
    canonical,
    records: entries
      .filter(({ id }) => canonical(id) === id)
      .map(({ id, name, description }) => ({
        id: `${volume}:${id}`,
        kind: 'PERSON',
        name,
        aliases: aliases.get(id) ?? [],
        ...(description === '' ? {} : { description }),
      })),
  };
}

/** Reads `div[@xml:id=terms]`: short form → what it stands for. */
export function abbreviationList(div: XmlElement): ReadonlyMap<string, string> {
  return new Map(
    named(div, 'item').flatMap((item) => {
      const [term] = named(item, 'term');
      if (term === undefined) return [];
      const short = trimmed(textOf(term));
      const whole = textOf(item);
      return [[short, trimmed(whole.slice(whole.indexOf(short) + short.length))] as const];
    }),
  );
}
