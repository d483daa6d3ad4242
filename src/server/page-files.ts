import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};
const compressible = /^(?:text\/|application\/json|image\/svg)|^font\/ttf/;
/** Below it the header costs more than is won. */
const smallestCompressedBytes = 1_024;
/** Vite writes a hash of the content into the name: `index-B3kQ9x_1.js`. Such a file never changes. */
const hashedName = /-[\w-]{8}\.\w+$/;

const compress = promisify(gzip);

export interface PageContent {
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** `null` where compression wins nothing. */
  readonly gzipped: Uint8Array<ArrayBuffer> | null;
  readonly immutable: boolean;
}

/** The files of one built folder, by the path under which they are served. */
export interface PageFiles {
  /** Undefined for every path that was not in the folder at the start: nothing else can be asked for. */
  read(path: string): Promise<PageContent> | undefined;
}

async function load(file: string): Promise<PageContent> {
  const bytes = await readFile(file);
  const mediaType = mediaTypes[extname(file)] ?? 'application/octet-stream';
  const worthIt = compressible.test(mediaType) && bytes.length >= smallestCompressedBytes;
  return { mediaType, bytes, gzipped: worthIt ? await compress(bytes) : null, immutable: hashedName.test(file) };
}

/** Files are read and compressed when they are first asked for, and then kept: a few megabytes in all. */
export function openPageFiles(folder: string): PageFiles {
  const loaded = new Map<string, Promise<PageContent> | null>();
  if (existsSync(folder)) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      loaded.set(relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'), null);
    }
  }
  return {
    read(path) {
      const known = loaded.get(path);
      if (known !== null) return known;
      const content = load(join(folder, path));
      loaded.set(path, content);
      return content;
    },
  };
}
