/** Text that grows, with runs of blanks as one; blocks stand on lines of their own. */
export class RunningText {
  #text = '';
  #pending: '' | ' ' | '\t' | '\n' = '';

  get text(): string {
    return this.#text;
  }

  /** Where the next character that is no blank will stand. */
  get start(): number {
    return this.#text.length + (this.#text === '' ? 0 : this.#pending.length);
  }

  /** Where the text ends now. */
  get end(): number {
    return this.#text.length;
  }

  add(text: string): void {
    for (const [part] of text.matchAll(/\s+|\S+/gu)) {
      if (/^\s/u.test(part)) {
        if (this.#pending === '') this.#pending = ' ';
        continue;
      }
      if (this.#text !== '') this.#text += this.#pending;
      this.#pending = '';
      this.#text += part;
    }
  }

  break(kind: '\t' | '\n'): void {
    if (this.#text !== '' && this.#pending !== '\n') this.#pending = kind;
  }
}
