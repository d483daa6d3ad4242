const maxNameCharacters = 200;

/** What an input is called in messages and logs: one line, whatever was sent, and never a path of this machine. */
export function checkedInputName(name: string): string {
  const line = name
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .slice(0, maxNameCharacters);
  return line === '' ? 'document' : line;
}
