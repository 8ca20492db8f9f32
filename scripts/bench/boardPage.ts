import { fileURLToPath } from 'node:url'
import type { Browser, CDPSession, Page } from '@playwright/test'

const IN_PAGE = fileURLToPath(new URL('./in-page.js', import.meta.url))
const PATIENCE_MS = 60_000

/** A board open in a browser of its own, with an eye on what it costs. */
export class OpenBoard {
  private constructor(
    readonly page: Page,
    private readonly inspector: CDPSession,
    private readonly scripts: { bytes: number },
  ) {}

  /** A fresh browser profile with a cookie, before any page. */
  static async prepare(browser: Browser, address: string, cookie: string): Promise<OpenBoard> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    const [name = '', value = ''] = cookie.split('=')
    await context.addCookies([{ name, value, url: new URL('/', address).href }])
    await context.addInitScript({ path: IN_PAGE })
    const page = await context.newPage()
    const inspector = await context.newCDPSession(page)
    await inspector.send('Network.enable')
    await inspector.send('Performance.enable')
    return new OpenBoard(page, inspector, countScripts(inspector))
  }

  /** Opens a board; gives ms until its first cards are painted, and until it follows the log. */
  async open(address: string): Promise<{ first: number; live: number }> {
    const began = performance.now()
    await this.page.goto(address, { waitUntil: 'commit' })
    const live = this.page.getByRole('status').filter({ hasText: /^live$/ })
    await live.waitFor({ state: 'attached', timeout: PATIENCE_MS })
    const ended = performance.now()
    const painted = await this.page.waitForFunction('window.concordBench.firstCards')
    return { first: Number(await painted.jsonValue()), live: ended - began }
  }

  /** Bytes of JavaScript that came over the network so far, compressed as they came. */
  get scriptBytes(): number {
    return this.scripts.bytes
  }

  /** Bytes of JavaScript objects that are alive. */
  async heap(): Promise<number> {
    for (let i = 0; i < 2; i++) await this.inspector.send('HeapProfiler.collectGarbage')
    const { metrics } = await this.inspector.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN
  }

  /** The ms of every frame while something is done. */
  async framesDuring(work: () => Promise<void>): Promise<number[]> {
    await this.page.evaluate('window.concordBench.frames.length = 0')
    await work()
    return this.page.evaluate('window.concordBench.frames')
  }

  async close(): Promise<void> {
    await this.page.context().close()
  }
}

function countScripts(inspector: CDPSession): { bytes: number } {
  const counted = { bytes: 0 }
  const scripts = new Set<string>()
  inspector.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (type === 'Script' || response.mimeType.endsWith('javascript')) scripts.add(requestId)
  })
  inspector.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) counted.bytes += encodedDataLength
  })
  return counted
}
