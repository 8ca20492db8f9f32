import { fileURLToPath } from 'node:url'
import type { Browser, CDPSession, Page } from '@playwright/test'
import { ScriptTraffic } from './scriptTraffic'

const RECORDER_SCRIPT = fileURLToPath(new URL('./recordFrames.js', import.meta.url))
const PAGE_TIMEOUT_MS = 60_000

/** A board in a browser of its own that measures its cost. */
export class MeasuredPage {
  private constructor(
    readonly page: Page,
    private readonly inspector: CDPSession,
    private readonly scripts: ScriptTraffic,
  ) {}

  /** Creates a fresh browser profile with a cookie. */
  static async create(browser: Browser, address: string, cookie: string): Promise<MeasuredPage> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    const [name = '', value = ''] = cookie.split('=')
    await context.addCookies([{ name, value, url: new URL('/', address).href }])
    await context.addInitScript({ path: RECORDER_SCRIPT })
    const page = await context.newPage()
    const inspector = await context.newCDPSession(page)
    await inspector.send('Network.enable')
    await inspector.send('Performance.enable')
    return new MeasuredPage(page, inspector, new ScriptTraffic(inspector))
  }

  /** Opens a board. Returns the ms until its first cards are painted, and until it is live. */
  async open(address: string): Promise<{ first: number; live: number }> {
    const began = performance.now()
    await this.page.goto(address, { waitUntil: 'commit' })
    const live = this.page.getByRole('status').filter({ hasText: /^live$/ })
    await live.waitFor({ state: 'attached', timeout: PAGE_TIMEOUT_MS })
    const ended = performance.now()
    const painted = await this.page.waitForFunction('window.concordBench.firstCards')
    return { first: Number(await painted.jsonValue()), live: ended - began }
  }

  /** Bytes of JavaScript loaded so far, gzipped as transferred and without HTTP headers. */
  get scriptBytes(): number {
    return this.scripts.bytes
  }

  /** Interacts with the page for the first time and waits until it has prefetched everything. */
  async triggerPrefetch(): Promise<void> {
    await this.page.mouse.move(1, 1)
    await this.page.mouse.move(2, 2)
    const isPrefetched = () => performance.getEntriesByName('prefetched').length > 0
    await this.page.waitForFunction(isPrefetched, null, { timeout: PAGE_TIMEOUT_MS })
    await this.scripts.waitUntilIdle()
  }

  /** Returns the bytes of live JavaScript objects. */
  async heapBytes(): Promise<number> {
    for (let i = 0; i < 2; i++) await this.inspector.send('HeapProfiler.collectGarbage')
    const { metrics } = await this.inspector.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN
  }

  /** Returns the ms of every frame during some work. */
  async measureFrames(work: () => Promise<void>): Promise<number[]> {
    await this.page.evaluate('window.concordBench.frames.length = 0')
    await work()
    return this.page.evaluate('window.concordBench.frames')
  }

  async close(): Promise<void> {
    await this.page.context().close()
  }
}
