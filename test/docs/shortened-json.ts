const maxTextLength = 160;
/** A longer list shows its beginning alone. */
const wholeListLength = 4;
const shownOfLongList = 3;
const maxLineLength = 110;

function shortenedText(text: string): string {
  if (text.length <= maxTextLength) return text;
  return `${text.slice(0, text.lastIndexOf(' ', maxTextLength))} …`;
}

/** @returns `null` where something must be left out, which a line alone can't say. */
function onOneLine(value: unknown): string | null {
  if (typeof value === 'string') return JSON.stringify(shortenedText(value));
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) {
    const items = value.map(onOneLine);
    return value.length > wholeListLength || items.includes(null) ? null : `[${items.join(', ')}]`;
  }
  const fields = Object.entries(value).map(([name, field]) => {
    const line = onOneLine(field);
    return line === null ? null : `${JSON.stringify(name)}: ${line}`;
  });
  return fields.includes(null) ? null : `{ ${fields.join(', ')} }`;
}

/**
 * An answer as Markdown shows it: JSON in which "…" stands for the rest of a long text, and a comment for the rest of
 * a long list.
 */
export function shortenedJson(value: unknown, indent = ''): string {
  const line = onOneLine(value);
  if (line !== null && (typeof value !== 'object' || value === null || indent.length + line.length <= maxLineLength))
    return line;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const left = value.length - shownOfLongList;
    const shown = value.length > wholeListLength ? value.slice(0, shownOfLongList) : value;
    const items = shown.map((item) => `${inner}${shortenedJson(item, inner)}`).join(',\n');
    const rest = shown.length < value.length ? `\n${inner}// … ${left} more` : '';
    return `[\n${items}${rest}\n${indent}]`;
  }
  const fields = Object.entries(value as object).map(
    ([name, field]) => `${inner}${JSON.stringify(name)}: ${shortenedJson(field, inner)}`,
  );
  return `{\n${fields.join(',\n')}\n${indent}}`;
}
