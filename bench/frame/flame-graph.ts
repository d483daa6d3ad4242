import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const speedscope = join(dirname(require.resolve('speedscope/package.json')), 'dist/release');

/** A page that needs no server and no network: speedscope, with the profile in it. */
export function flameGraph(name: string, profile: string): string {
  const page = readFileSync(join(speedscope, 'index.html'), 'utf8');
  const read = (file: string) => readFileSync(join(speedscope, file), 'utf8');
  const content = JSON.stringify(Buffer.from(profile).toString('base64'));
  const load = `addEventListener('load', () => speedscope.loadFileFromBase64(${JSON.stringify(name)}, ${content}))`;
  // Speedscope takes a profile from a page only where its address names a local file; there is none to be found.
  const open = "location.hash = 'localProfilePath=embedded'";
  const script = (code: string) => `<script>${code.replaceAll('</script', '<\\/script')}</script>`;
  return page
    .replace(/<link rel="stylesheet" href="([^"]+)">/, (_, file: string) => `<style>${read(file)}</style>`)
    .replace(/<link rel="icon"[^>]*>\s*/g, '')
    .replace(/<script src="([^"]+)"><\/script>/, (_, file: string) => [open, read(file), load].map(script).join(''));
}
