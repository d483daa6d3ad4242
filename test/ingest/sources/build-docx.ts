import JSZip from 'jszip';

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A Word document of these paragraphs; "text[^note]" gives the text a footnote. */
export async function buildDocx(paragraphs: readonly string[]): Promise<Uint8Array> {
  const notes: string[] = [];
  const body = paragraphs.map((paragraph) => {
    const [, text = paragraph, note] = /^(.*)\[\^(.*)\]$/.exec(paragraph) ?? [];
    const mark = note === undefined ? '' : `<w:r><w:footnoteReference w:id="${notes.push(note) + 1}"/></w:r>`;
    return `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r>${mark}</w:p>`;
  });
  const footnotes = notes.map(
    (note, index) => `<w:footnote w:id="${index + 2}"><w:p><w:r><w:t>${note}</w:t></w:r></w:p></w:footnote>`,
  );
  const zip = new JSZip();
  zip.file(
    '[Content_Types].xml',
    `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
  );
  const relations = (inside: string) =>
    `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
  zip.file(
    '_rels/.rels',
    relations(`<Relationship Id="r1" Type="${types}/officeDocument" Target="word/document.xml"/>`),
  );
  zip.file(
    'word/_rels/document.xml.rels',
    relations(`<Relationship Id="r2" Type="${types}/footnotes" Target="footnotes.xml"/>`),
  );
  zip.file(
    'word/document.xml',
    `<?xml version="1.0"?><w:document ${word}><w:body>${body.join('')}</w:body></w:document>`,
  );
  zip.file('word/footnotes.xml', `<?xml version="1.0"?><w:footnotes ${word}>${footnotes.join('')}</w:footnotes>`);
  return zip.generateAsync({ type: 'uint8array' });
}
