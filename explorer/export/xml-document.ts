export type Attributes = Readonly<Record<string, string | number>>;

/** Characters that XML 1.0 has no way to write, as scans of old papers hold them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for.
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** An XML document that is written from the top: whatever names hold is text in it. */
export class XmlDocument {
  readonly #document: XMLDocument;

  constructor(
    readonly namespace: string,
    rootName: string,
  ) {
    this.#document = document.implementation.createDocument(namespace, rootName);
  }

  get root(): Element {
    return this.#document.documentElement;
  }

  add(parent: Element, name: string, attributes: Attributes, text?: string): Element {
    const element = this.#document.createElementNS(this.namespace, name);
    for (const [key, value] of Object.entries(attributes)) {
      element.setAttribute(key, String(value).replace(unwritable, ''));
    }
    if (text !== undefined) element.textContent = text.replace(unwritable, '');
    parent.append(element);
    return element;
  }

  print(): string {
    return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(this.#document)}`;
  }
}
