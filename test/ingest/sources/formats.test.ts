import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { SourceDocument } from '../../../ingest/sources/source.js';
import { readSources } from '../../../ingest/sources/sources.js';
import { DiplographError, UnreadableInputError } from '../../../src/errors.js';
import { collect } from '../../collect.js';
import { buildDocx } from './build-docx.js';
import { buildPdf } from './build-pdf.js';

const utf8 = (text: string) => new TextEncoder().encode(text);

async function only(bytes: Uint8Array, name = 'letter'): Promise<SourceDocument> {
  const documents = await collect(readSources({ name, bytes }));
  expect(documents).toHaveLength(1);
  return documents[0] as SourceDocument;
}

async function refusal(bytes: Uint8Array): Promise<UnreadableInputError> {
  const error = await collect(readSources({ name: 'letter', bytes })).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(UnreadableInputError);
  expect((error as UnreadableInputError).cure).not.toBe('');
  return error as UnreadableInputError;
}

const sentence =
  'The Consul said that the harbour had been closed since Monday, and that nobody knew when it would open. ';
const page = `<!DOCTYPE html><html><head><title>Letter to the Minister – Archive</title>
<link rel="canonical" href="https://archive.example/letters/7"><style>p { color: red }</style></head>
<body><nav><a href="/">Home</a> <a href="/all">All letters</a></nav>
<main><article><h1>Letter to the Minister</h1><p>Riga, 4 March 1956</p><p>${sentence.repeat(3)}</p>
<p>He asked <i>again</i>&nbsp;on Tuesday.<br>Nobody answered.</p>
<table><tr><td>Grain</td><td>4 tons</td></tr><tr><td>Salt</td><td>2 tons</td></tr></table>
<p>${sentence.repeat(2)}</p></article></main><script>document.write('<p>Injected</p>')</script>
<footer>Terms of use</footer></body></html>`;

describe('a saved page', () => {
  it('gives its article, without menus, scripts and notices', async () => {
    const document = await only(utf8(page));
    expect(document).toMatchObject({
      format: 'html',
      title: 'Letter to the Minister',
      date: '1956-03-04',
      url: 'https://archive.example/letters/7',
    });
    expect(document.text).toContain(
      `Riga, 4 March 1956\n\n${sentence.repeat(3).trim()}\n\nHe asked again on Tuesday.\nNobody`,
    );
    expect(document.text).toContain('Grain\t4 tons\nSalt\t2 tons');
    expect(document.text).not.toMatch(/Home|Injected|Terms of use|color/);
  });

  it('is read in the encoding that it names', async () => {
    const html = `<html><head><meta charset="windows-1251"></head><body><h1>Note</h1><p>@ ${sentence.repeat(3)}</p></body></html>`;
    const bytes = Buffer.from(html.replace('@', 'Ìîñêâà'), 'latin1');
    expect((await only(bytes)).text).toContain('Москва');
  });

  it('is UTF-8 where its letters are, whatever it names', async () => {
    const html = `<html><head><meta charset="windows-1251"></head><body><p>Kim Il-sŏng. ${sentence.repeat(3)}</p></body></html>`;
    expect((await only(utf8(html))).text).toContain('Kim Il-sŏng.');
  });

  it.each(['windows-1252', 'iso-8859-1'])('keeps the quotation marks and dashes of %s', async (charset) => {
    const html = `<html><head><meta charset="${charset}"></head><body><p>\x93Never\x94 \x96 he said. ${sentence.repeat(3)}</p></body></html>`;
    expect((await only(Buffer.from(html, 'latin1'))).text).toContain('“Never” – he said.');
  });

  it('is read in the encoding that its server names', async () => {
    const bytes = Buffer.from('<html><body><p>Kim Il Sung (\xb1\xe8\xc0\xcf\xbc\xba).</p></body></html>', 'latin1');
    const [document] = await collect(readSources({ name: 'page', bytes, charset: () => 'euc-kr' }));
    expect(document?.text).toBe('Kim Il Sung (김일성).');
  });

  it('has the address that it was fetched from, where it names none', async () => {
    const document = await only(utf8(page.replace(/<link[^>]*>/, '')), 'https://archive.example/x');
    expect(document.url).toBe('https://archive.example/x');
  });

  it.each([
    [
      'written by a script',
      '<!doctype html><html><body><div id="app"></div><script>go()</script></body></html>',
      /no text/,
    ],
    ['nested too deep', `<html><body>${'<div>'.repeat(100_000)}Text.</body></html>`, /nests its elements too deep/],
    ['of frames', '<html><frameset><frame src="a.html"></frameset></html>', /frames/],
  ])('%s is refused', async (_, html, message) => {
    expect((await refusal(utf8(html))).message).toMatch(message);
  });

  it.each([
    ['whose root element is damaged', page.replace('<html>', '?html>')],
    ['that begins with its body', `<body><p>${sentence}</p></body>`],
    ['that begins with a paragraph', `<p>${sentence}</p><p>${sentence}</p>`],
    ['that has no element', `<!DOCTYPE html>\n${sentence}`],
  ])('%s is still read', async (_, html) => {
    const { text } = await only(utf8(html));
    expect(text).toContain(sentence.trim());
    expect(text).not.toContain('<p>');
  });

  it('that holds an export of the Wilson Center is read as one', async () => {
    const lines = [
      'Citation: "A Journal", 1957, Wilson Center Digital Archive, AVPRF, fond 1, opis 2.',
      sentence.repeat(4),
    ];
    const plain = await only(utf8(lines.join('\n\n')));
    const html = await only(utf8(`<html><body>${lines.map((line) => `<p>${line}</p>`).join('')}</body></html>`));
    expect(html.archivalReference).toEqual(plain.archivalReference);
  });
});

describe('a PDF', () => {
  it('gives its paragraphs, without running titles and page numbers', async () => {
    const document = await only(
      buildPdf([
        [
          'Letters of Consuls',
          'Letter to the Minister',
          '',
          'Riga, 4 March 1956',
          '',
          'The Consul said that the har-',
          'bour had been closed, and the',
          '1',
        ],
        ['Letters of Consuls', 'harbour was full of ice.', '', 'He asked again (twice).', '2'],
      ]),
    );
    expect(document.format).toBe('pdf');
    expect(document.date).toBe('1956-03-04');
    expect(document.text).toBe(
      'Letter to the Minister\n\nRiga, 4 March 1956\n\nThe Consul said that the harbour had been closed, and the harbour was full of ice.\n\nHe asked again (twice).',
    );
  });

  it.each([
    ['without a text layer', buildPdf([[], []]), /no text/],
    ['that is cut', buildPdf([['A letter']]).slice(0, 60), /broken PDF/],
    [
      'behind a password',
      buildPdf([['A letter']], {
        trailer: `/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >> `,
      }),
      /password/,
    ],
  ])('%s is refused', async (_, bytes, message) => {
    expect((await refusal(bytes)).message).toMatch(message);
  });
});

describe('a Word document', () => {
  it('gives its paragraphs; notes stand behind the body', async () => {
    const document = await only(
      await buildDocx([
        'Letter to the Minister',
        'Riga, 4 March 1956',
        `${sentence}[^Nobody knew.]`,
        'He asked again.',
      ]),
    );
    expect(document).toMatchObject({ format: 'docx', title: 'Letter to the Minister', date: '1956-03-04' });
    expect(document.text).toBe(
      `Letter to the Minister\n\nRiga, 4 March 1956\n\n${sentence.trim()}\n\nHe asked again.\n\nNobody knew.`,
    );
    expect(document.text.slice(document.body.start, document.body.end)).not.toContain('Nobody knew.');
    const notes = document.apparatus.find(({ what }) => what === 'footnotes');
    expect(document.text.slice(notes?.start, notes?.end).trim()).toBe('Nobody knew.');
  });

  it('that is broken or empty is refused', async () => {
    const whole = await buildDocx(['A letter']);
    expect((await refusal(whole.slice(0, 400))).message).toMatch(/broken Word document/);
    expect((await refusal(await buildDocx([]))).message).toMatch(/no text/);
  });
});

describe('a damaged file of a format', () => {
  it('is refused with an error and a cure, or read', async () => {
    const files = [utf8(page), buildPdf([['A letter', sentence]]), await buildDocx(['A letter', sentence])];
    const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        changes,
        fc.double({ min: 0.2, max: 1, noNaN: true }),
        async (file, edits, kept) => {
          const bytes = Uint8Array.from(file.slice(0, Math.ceil(file.length * kept)));
          for (const [at, byte] of edits) bytes[at % bytes.length] = byte;
          try {
            for (const document of await collect(readSources({ name: 'damaged', bytes }))) {
              expect(document.body.end).toBeLessThanOrEqual(document.text.length);
            }
          } catch (error) {
            if (!(error instanceof DiplographError)) throw error;
            expect(error.cure).not.toBe('');
          }
        },
      ),
      { numRuns: 120 },
    );
  }, 120_000);
});
