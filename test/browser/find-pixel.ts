import type { Locator } from 'playwright-core';

export interface Pixel {
  readonly x: number;
  readonly y: number;
}

/**
 * Finds what a canvas shows: the middle of the first square that has this colour throughout.
 *
 * WebGL gives its own pixels back only while it draws; so the browser takes a picture and reads that.
 *
 * @param colour - "#rrggbb".
 * @param side - Of the square, in pixels; odd.
 * @returns Place in the element; `null` where nothing has the colour.
 */
export async function findPixel(element: Locator, colour: string, side: number): Promise<Pixel | null> {
  const picture = (await element.screenshot({ animations: 'disabled' })).toString('base64');
  return element.page().evaluate<Pixel | null>(`(async () => {
    const image = new Image();
    image.src = 'data:image/png;base64,${picture}';
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const { data, width, height } = context.getImageData(0, 0, image.width, image.height);
    const wanted = parseInt('${colour.slice(1)}', 16);
    const has = (x, y) => {
      const at = 4 * (y * width + x);
      return (data[at] << 16 | data[at + 1] << 8 | data[at + 2]) === wanted;
    };
    const half = ${(side - 1) / 2};
    for (let y = half; y < height - half; y++) {
      for (let x = half; x < width - half; x++) {
        let all = true;
        for (let dy = -half; all && dy <= half; dy++) for (let dx = -half; all && dx <= half; dx++) all = has(x + dx, y + dy);
        if (all) return { x, y };
      }
    }
    return null;
  })()`);
}
