/** What a Markdown file says that exists. */
export interface MarkdownClaims {
  /** Targets of links and pictures, relative to the file; addresses on the web are left out. */
  readonly links: readonly string[];
  /** Names of files and folders in backticks: with a slash, or with the ending of a file of this project. */
  readonly paths: readonly string[];
  /** Scripts of package.json: `npm run NAME`, `npm test`, `npm start`. */
  readonly scripts: readonly string[];
  /** Words behind `npx diplograph`, placeholders and all. */
  readonly commands: readonly (readonly string[])[];
}

const endings = /\.(?:ts|tsx|js|cjs|mjs|json|jsonl|md|yml|graphql|txt|java|xml|png|db)$/;
const pathLike = /^[\w.*@-]+(?:\/[\w.*@-]+)*\/?$/;

function isPath(code: string): boolean {
  return (
    pathLike.test(code) && (endings.test(code) || (code.includes('/') && /^[a-z.]/.test(code)) || code === 'LICENSE')
  );
}

/** Code in a sentence, without the fences of blocks. */
function inlineCode(markdown: string): string[] {
  const outside = markdown.replace(/^```[^\n]*\n[\s\S]*?^```$/gm, '');
  return [...outside.matchAll(/`([^`\n]+)`/g)].flatMap(([, code]) => code ?? []);
}

/** Lines of blocks that are commands. */
function shellLines(markdown: string): string[] {
  return [...markdown.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(([, block]) => (block ?? '').split('\n'));
}

export function markdownClaims(markdown: string): MarkdownClaims {
  const code = inlineCode(markdown);
  const runnable = [...code, ...shellLines(markdown)].flatMap((line) => line.split('&&')).map((line) => line.trim());
  return {
    links: [...markdown.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target]) =>
      target === undefined || /^(?:https?:|#)/.test(target) ? [] : [target.replace(/#.*$/, '')],
    ),
    paths: code.filter(isPath),
    scripts: runnable.flatMap((line) => /^npm (?:run )?(test|start|(?<=run )[\w:-]+)/.exec(line)?.[1] ?? []),
    commands: runnable.flatMap((line) => {
      const words = /^npx diplograph\s+(.+)$/.exec(line)?.[1];
      return words === undefined ? [] : [words.split(/\s+/)];
    }),
  };
}
