import { UnreadableInputError } from '../../../src/errors.js';
import { isPartialDate } from '../../../src/model/partial-date.js';
import type { Edition, Imprint, Party } from '../edition.js';
import type { OpenedInput } from '../opened-input.js';
import type { Format, SourceDocument } from '../source.js';
import { type TeiDocument, teiDocument } from './tei-document.js';
import { editorsOf, publisherOf, volumeNumber, volumeTitle } from './tei-header.js';
import { abbreviationList, type PersonList, personList } from './tei-lists.js';
import { encodingOf, subtrees, type XmlElement } from './xml-tree.js';

const isDocument = (name: string, { type }: XmlElement['attributes']) => name === 'div' && type === 'document';
const isList = (name: string, attributes: XmlElement['attributes']) =>
  name === 'div' && /^(?:persons|terms)$/.test(attributes['xml:id'] ?? '');

const classes =
  /\b(Top Secret|Secret|Confidential|Restricted|Official Use Only|Limited Official Use|Unclassified|No classification marking)(?:[;,][^.]*)?\./u;

/** What has been read of a volume before its documents. */
interface Volume {
  readonly name: string;
  title: string;
  imprint: Imprint;
  persons: PersonList;
  abbreviations: ReadonlyMap<string, string>;
}

function sourceDocument(document: TeiDocument, volume: Volume): SourceDocument {
  const { text, head, key } = document;
  const number = head === null ? undefined : /^(\d+)\.\s+/u.exec(text.slice(head.start, head.end));
  const titleRange = head === null ? null : { start: head.start + (number?.[0].length ?? 0), end: head.end };
  const title = titleRange === null ? '' : text.slice(titleRange.start, titleRange.end).replace(/\s+/gu, ' ');
  const ofVolume = (record: string) => `${volume.name}:${record}`;
  const party = ({ start, end, record }: Party): Party => ({
    start,
    end,
    record: record === null ? null : ofVolume(record),
  });
  const edition: Edition = {
    volume: volume.title,
    imprint: volume.imprint,
    number: number?.[1] ?? null,
    authority: volume.persons.records,
    abbreviations: volume.abbreviations,
    links: document.links.map((link) => ({ ...link, record: ofVolume(link.record) })),
    senders: document.senders.map(party),
    receivers: document.receivers.map(party),
    participants: document.participants,
    signatures: document.signatures,
    footnotes: document.footnotes,
    pages: document.pages,
    attachments: document.attachments,
    classification: classes.exec(document.sourceNote ?? '')?.[1] ?? null,
    sourceNote: document.sourceNote,
    place: document.place,
    isEditorialNote: document.isEditorialNote,
  };
  return {
    id: `document:${volume.name}-${key}`,
    title: title === '' ? `${volume.title}, document ${key.replace(/^d/, '')}` : title,
    date: document.date !== null && isPartialDate(document.date) ? document.date : null,
    archivalReference: null,
    citation: [volume.title, key === '' ? '' : `document ${key.replace(/^d/, '')}`].filter(Boolean).join(', '),
    url: /^frus/.test(volume.name) ? `https://history.state.gov/historicaldocuments/${volume.name}/${key}` : null,
    translator: null,
    originalLanguage: null,
    summary: null,
    format: 'tei',
    text,
    titleRange: titleRange === null || titleRange.start === titleRange.end ? null : titleRange,
    body: { start: head?.end ?? 0, end: text.length },
    apparatus: [],
    edition,
  };
}

/** "frus1955-57v02.xml" → "frus1955-57v02"; letters that identifiers can't hold become hyphens. */
function nameOfFile(path: string): string {
  const file = path.replace(/^.*[/\\]/u, '').replace(/\.xml$/iu, '');
  return (
    file
      .toLowerCase()
      .replace(/[^a-z0-9]+/gu, '-')
      .replace(/^-|-$/gu, '') || 'volume'
  );
}

const isHead = (name: string) => /^(?:titleStmt|publicationStmt)$/.test(name);

async function* readVolume(input: OpenedInput): AsyncGenerator<SourceDocument> {
  const volume: Volume & { name: string } = {
    name: nameOfFile(input.name),
    title: '',
    imprint: { editors: [], seriesEditors: [] },
    persons: { records: [], canonical: (id) => id },
    abbreviations: new Map(),
  };
  let documents = 0;
  const wanted = (name: string, attributes: XmlElement['attributes']) =>
    isHead(name) || isList(name, attributes) || isDocument(name, attributes);
  for await (const element of subtrees(input.name, input.stream(), encodingOf(input.head), { wanted })) {
    if (element.name === 'titleStmt') {
      volume.title ||= volumeTitle(element);
      volume.imprint = { ...volume.imprint, ...editorsOf(element) };
    } else if (element.name === 'publicationStmt') {
      const number = volumeNumber(element);
      if (number !== null) volume.name = nameOfFile(number);
      volume.imprint = { ...volume.imprint, ...publisherOf(element) };
    } else if (element.attributes['xml:id'] === 'persons') volume.persons = personList(element, volume.name);
    else if (element.attributes['xml:id'] === 'terms') volume.abbreviations = abbreviationList(element);
    else {
      const document = teiDocument(element, volume.persons.canonical);
      documents += 1;
      if (/\S/u.test(document.text)) {
        yield sourceDocument({ ...document, key: document.key === '' ? `d${documents}` : document.key }, volume);
      }
    }
  }
  if (documents === 0) {
    throw new UnreadableInputError(
      `${input.name} is TEI without documents: no <div type="document"> stands in it.`,
      'Mark its documents so, or save its text as plain text.',
    );
  }
}

/**
 * TEI P5 as *Foreign Relations of the United States* uses it: a volume of documents, with the editors' lists of persons
 * and abbreviations before them. Read as a stream, one document at a time.
 *
 * @see https://history.state.gov/developer/tei
 */
export const tei: Format = {
  name: 'tei',
  accepts({ head }) {
    const start = new TextDecoder(
      encodingOf(head).toLowerCase().startsWith('utf-16') ? encodingOf(head) : 'latin1',
    ).decode(head);
    return /<(?:\w+:)?TEI\b/u.test(start);
  },
  read: readVolume,
};
