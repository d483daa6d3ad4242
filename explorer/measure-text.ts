let context: CanvasRenderingContext2D | null = null;

/** Width of a line of text, in pixels. @param font - As CSS writes it: "13px system-ui, sans-serif". */
export function measureText(text: string, font: string): number {
  context ??= document.createElement('canvas').getContext('2d');
  // Without a canvas a name is as wide as names are on average.
  if (context === null) return text.length * 7;
  context.font = font;
  return context.measureText(text).width;
}
