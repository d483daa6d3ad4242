import type { EditorLink, Footnote, PageBreak, Party } from '../edition.js';
import { findDate } from '../find-date.js';
import type { TextRange } from '../source.js';
import { RunningText } from './running-text.js';
import { descendants, type XmlElement } from './xml-tree.js';

/** A document of a volume, its notes taken out of the text. */
export interface TeiDocument {
  readonly key: string;
  readonly text: string;
  readonly head: TextRange | null;
  /** ISO 8601, as the markup or the head gives it. */
  readonly date: string | null;
  readonly place: string | null;
  readonly links: readonly EditorLink[];
  readonly senders: readonly Party[];
  readonly receivers: readonly Party[];
  readonly participants: readonly TextRange[];
  readonly signatures: readonly TextRange[];
  readonly footnotes: readonly Footnote[];
  readonly sourceNote: string | null;
  readonly pages: readonly PageBreak[];
  readonly attachments: readonly TextRange[];
  readonly isEditorialNote: boolean;
}

const blocks = new Set(
  'head p item list dateline opener closer signed salute postscript table row quote lg l div attachment byline label titlePage figure seg argument'.split(
    ' ',
  ),
);
const skipped = new Set('pb graphic pdf file figDesc param script object'.split(' '));
/** Words that taggers mistake for names: "You", tagged as a Mr. You. */
const noName =
  /^(?:yours?|he|she|they|we|i|it|my|mine|ours?|theirs?|hers|its|you|will|may|can|an|a|so|in|on|do|the|to|no|how|who|this|that|him|his|her|them|us|me)$/iu;

/** "#p_DJF1" → "p_DJF1". */
function target(reference: string | undefined): string | null {
  const id = reference?.trim().replace(/^#/, '') ?? '';
  return id === '' ? null : id;
}

class Reader {
  readonly out = new RunningText();
  readonly links: EditorLink[] = [];
  readonly senders: Party[] = [];
  readonly receivers: Party[] = [];
  readonly participants: TextRange[] = [];
  readonly signatures: TextRange[] = [];
  readonly footnotes: (Footnote & { readonly type: string | undefined })[] = [];
  readonly pages: PageBreak[] = [];
  readonly attachments: TextRange[] = [];
  head: TextRange | null = null;
  dates: { readonly when: string | undefined; readonly of: string }[] = [];
  place: string | null = null;

  constructor(private readonly canonical: (id: string) => string) {}

  read(element: XmlElement, within: readonly string[]): void {
    const { name, attributes } = element;
    if (name === 'pb') {
      if (attributes.n !== undefined) this.pages.push({ n: attributes.n, at: this.out.end });
      return;
    }
    if (skipped.has(name)) return;
    if (name === 'note') {
      const { n = '', type } = attributes;
      this.footnotes.push({ n, type, at: this.out.end, text: textOf(element) });
      return;
    }
    if (name === 'lb') {
      this.out.break('\n');
      return;
    }
    if (name === 'cell') this.out.break('\t');
    if (blocks.has(name)) this.out.break('\n');
    const start = this.out.start;
    for (const child of element.children) {
      if (typeof child === 'string') this.out.add(child);
      else this.read(child, [...within, name === 'list' ? `list:${attributes.type ?? ''}` : name]);
    }
    const range = { start, end: this.out.end };
    if (range.end > start) this.#record(element, range, within);
    if (blocks.has(name)) this.out.break('\n');
  }

  #record({ name, attributes }: XmlElement, range: TextRange, within: readonly string[]): void {
    const isTop = within.length === 1;
    if (name === 'head' && isTop) this.head ??= range;
    if (name === 'attachment') this.attachments.push(range);
    if (name === 'signed') this.signatures.push(range);
    if (name === 'item' && within.at(-1) === 'list:participants') this.participants.push(range);
    const placed = within.some((part) => /^(?:dateline|opener)$/.test(part));
    if (name === 'placeName' && placed) this.place ??= this.out.text.slice(range.start, range.end);
    if (name === 'date' && (placed || within.includes('head'))) {
      this.dates.push({
        when: attributes.when ?? attributes.from ?? attributes.notBefore,
        of: placed ? 'line' : 'head',
      });
    }
    if (name === 'persName' || name === 'gloss') this.#name(name, attributes, range);
  }

  #name(name: string, { corresp, target: goal, type }: XmlElement['attributes'], range: TextRange): void {
    const raw = target(name === 'persName' ? corresp : goal);
    const surface = this.out.text.slice(range.start, range.end);
    const record = raw === null || noName.test(surface) ? null : this.canonical(raw);
    const party = { ...range, record };
    if (type === 'from') this.senders.push(party);
    if (type === 'to') this.receivers.push(party);
    if (record === null || name === 'gloss') return;
    const last = this.links.at(-1);
    // "Selwyn" and "Lloyd", tagged one by one, are one name.
    if (last?.record === record && /^ ?$/.test(this.out.text.slice(last.end, range.start)) && range.start >= last.end) {
      this.links[this.links.length - 1] = { ...last, end: range.end };
    } else if (last === undefined || range.start >= last.end) {
      this.links.push({ ...range, record });
    }
  }
}

/** The text of an element, without the notes in it. */
export function textOf(element: XmlElement): string {
  const out = new RunningText();
  const add = ({ children }: XmlElement): void => {
    for (const child of children) {
      if (typeof child === 'string') out.add(child);
      else if (child.name !== 'note' && !skipped.has(child.name)) {
        if (child.name === 'lb' || child.name === 'cell') out.add(' ');
        add(child);
      }
    }
  };
  add(element);
  return out.text;
}

function attributeOf(element: XmlElement, local: string): string | undefined {
  return Object.entries(element.attributes).find(([name]) => name.slice(name.indexOf(':') + 1) === local)?.[1];
}

const isoDate = /^\d{4}(?:-\d{2}(?:-\d{2})?)?/;

function dateOf(div: XmlElement, reader: Reader, head: string): string | null {
  const marked = [...reader.dates].sort((a, b) => (a.of === b.of ? 0 : a.of === 'line' ? -1 : 1));
  const given = attributeOf(div, 'doc-dateTime-min') ?? marked.find(({ when }) => when !== undefined)?.when;
  return isoDate.exec(given ?? '')?.[0] ?? findDate(head)?.date ?? null;
}

/** @param canonical - The person that a cross-reference of the list leads to. */
export function teiDocument(div: XmlElement, canonical: (id: string) => string): TeiDocument {
  const reader = new Reader(canonical);
  reader.read(div, []);
  const { text } = reader.out;
  const head = reader.head === null ? '' : text.slice(reader.head.start, reader.head.end);
  const source = reader.footnotes.find(({ type, text: note }) => type === 'source' || /^Source:/.test(note));
  return {
    key: div.attributes['xml:id'] ?? '',
    text,
    head: reader.head,
    date: dateOf(div, reader, head),
    place: reader.place,
    links: reader.links,
    senders: reader.senders,
    receivers: reader.receivers,
    participants: reader.participants,
    signatures: reader.signatures,
    footnotes: reader.footnotes.map(({ n, at, text: note }) => ({ n, at, text: note })),
    sourceNote: source?.text ?? null,
    pages: reader.pages,
    attachments: reader.attachments,
    isEditorialNote: div.attributes.subtype === 'editorial-note' || /editorial note/iu.test(head),
  };
}

/** All elements of this name. */
export function named(root: XmlElement, name: string): readonly XmlElement[] {
  return [...descendants(root)].filter((element) => element.name === name);
}
