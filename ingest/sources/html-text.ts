const block =
  /^(?:address|article|aside|blockquote|body|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|tbody|tfoot|thead|ul)$/i;
const unread = /^(?:script|style|noscript|template|svg|head|iframe|object|button|select)$/i;

/** As much of the DOM as is walked; that of linkedom and of browsers both are so. */
export interface DomNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<DomNode>;
}

/** The text of an element: paragraphs apart by an empty line, rows of tables on lines with tabs between cells. */
export function htmlText(root: DomNode): string {
  const paragraphs: string[] = [];
  let line = '';
  const flush = () => {
    const text = line
      .split('\n')
      .map((part) => part.replace(/[ \u00a0]+/gu, ' ').replace(/^ | $/gu, ''))
      .join('\n')
      .trim();
    if (text !== '') paragraphs.push(text);
    line = '';
  };
  const walk = (node: DomNode): void => {
    if (node.nodeType === 3) {
      line += (node.textContent ?? '').replace(/[\s\u00a0]+/gu, ' ');
      return;
    }
    if (unread.test(node.nodeName)) return;
    const name = node.nodeName.toLowerCase();
    if (name === 'br') line += '\n';
    else if (name === 'tr') line += line === '' ? '' : '\n';
    else if ((name === 'td' || name === 'th') && !/(?:^|\n)$/u.test(line)) line += '\t';
    const isBlock = block.test(name);
    if (isBlock && !(name !== 'table' && isInCell)) flush();
    const outside = isInCell;
    isInCell ||= name === 'td' || name === 'th';
    for (const child of node.childNodes) walk(child);
    isInCell = outside;
    if (isBlock && !isInCell) flush();
  };
  let isInCell = false;
  walk(root);
  flush();
  return paragraphs.join('\n\n');
}
