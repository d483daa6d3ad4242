import { SaxesParser } from 'saxes';
import { UnreadableInputError } from '../../../src/errors.js';
import { withLettersOf1252 } from '../legacy-encoding.js';

/** An element with everything in it. Prefixes of namespaces are left off: one vocabulary is read. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

interface OpenElement extends XmlElement {
  readonly children: (XmlElement | string)[];
}

/** Text outside the subtrees that are wanted is thrown away as it comes. */
export interface SubtreeRequest {
  /** Whether an element is to be collected with all that is in it. */
  readonly wanted: (name: string, attributes: Readonly<Record<string, string>>) => boolean;
}

/** Volumes nest a dozen; what walks through elements recurses, and would run out of stack. */
const deepest = 256;

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

/** "UTF-8" of `<?xml version="1.0" encoding="UTF-8"?>`, or what the first bytes are. */
export function encodingOf(head: Uint8Array): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const declared = /^(?:\xef\xbb\xbf)?\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.-]+)["']/.exec(
    Buffer.from(head.subarray(0, 300)).toString('latin1'),
  );
  return declared?.[1] ?? 'utf-8';
}

function decoderOf(encoding: string, name: string): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch (cause) {
    throw new UnreadableInputError(
      `${name} says that it is in ${encoding}, which can't be read.`,
      'Save it in UTF-8.',
      {
        cause,
      },
    );
  }
}

/**
 * The wanted elements of an XML document, one after another, as they close. No more than one of them is in memory.
 *
 * Nothing is fetched: entities other than XML's own five stay unread and make the input broken.
 *
 * @throws {UnreadableInputError} with line and column, where the markup is broken or ends too soon.
 */
export async function* subtrees(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  encoding: string,
  { wanted }: SubtreeRequest,
): AsyncGenerator<XmlElement> {
  const decoder = decoderOf(encoding, name);
  const parser = new SaxesParser({ xmlns: false });
  const open: OpenElement[] = [];
  let ready: XmlElement[] = [];
  parser.on('opentag', ({ name: tag, attributes }) => {
    const element: OpenElement = { name: localName(tag), attributes, children: [] };
    if (open.length === deepest) parser.fail(`more than ${deepest} elements inside each other`);
    if (open.length > deepest || broken !== undefined) return;
    if (open.length > 0 || wanted(element.name, element.attributes)) open.push(element);
  });
  parser.on('text', (text) => void open.at(-1)?.children.push(text));
  parser.on('cdata', (text) => void open.at(-1)?.children.push(text));
  parser.on('closetag', () => {
    const element = open.pop();
    if (element === undefined || broken !== undefined) return;
    const parent = open.at(-1);
    if (parent === undefined) ready.push(element);
    else parent.children.push(element);
  });
  let broken: UnreadableInputError | undefined;
  parser.on('error', (error) => {
    broken ??= new UnreadableInputError(
      `${name} is broken XML: ${error.message.replace(/^.*?:(?=\d+:\d+)/, '').replace(/\.$/, '')}.`,
      'Mend the file there, or get it anew; documents before that place have been read.',
      { cause: error },
    );
  });
  function* closed(): Generator<XmlElement> {
    yield* ready;
    ready = [];
    if (broken !== undefined) throw broken;
  }
  for await (const chunk of chunks) {
    parser.write(decode(decoder, name, chunk));
    yield* closed();
  }
  parser.write(decode(decoder, name)).close();
  yield* closed();
}

function decode(decoder: TextDecoder, name: string, chunk?: Uint8Array): string {
  try {
    const text = chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
    return decoder.encoding === 'windows-1252' ? withLettersOf1252(text) : text;
  } catch (cause) {
    throw new UnreadableInputError(
      `${name} holds bytes that are no ${decoder.encoding}.`,
      'Save it in the encoding that its first line names.',
      { cause },
    );
  }
}

/** The elements in this one, itself included, in the order of the text. */
export function* descendants(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) if (typeof child !== 'string') yield* descendants(child);
}
