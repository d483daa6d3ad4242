import { type BrowserContextOptions, chromium, type Page } from 'playwright-core';

export interface WatchedPage {
  readonly page: Page;
  /** Errors of the console and of scripts, and requests to anywhere but this machine. A good page leaves none. */
  readonly complaints: string[];
}

export interface TestBrowser {
  /** A page of its own, with nothing remembered. */
  open(options?: BrowserContextOptions): Promise<WatchedPage>;
  close(): Promise<void>;
}

const flags = [
  '--headless',
  // Containers run as root, where Chromium's sandbox can't.
  '--no-sandbox',
  '--disable-gpu',
  // WebGL without a graphics card.
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // The browser's own requests too find no other machine.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** Chromium without a network: whatever a page asks of another machine is refused and noted. */
export async function openBrowser(executablePath: string): Promise<TestBrowser> {
  const browser = await chromium.launch({ executablePath, args: flags });
  return {
    async open(options = {}) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
      const complaints: string[] = [];
      await context.route(
        ({ hostname }) => hostname !== '127.0.0.1',
        async (route) => {
          complaints.push(`request to ${route.request().url()}`);
          await route.abort();
        },
      );
      context.on('console', (message) => {
        if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
      });
      context.on('weberror', (error) => complaints.push(`script: ${error.error().message}`));
      return { page: await context.newPage(), complaints };
    },
    close: () => browser.close(),
  };
}
