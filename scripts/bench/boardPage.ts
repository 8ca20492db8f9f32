import { fileURLToPath } from 'node:url'
import type { Browser, CDPSession, Page } from '@playwright/test'
import { ScriptTraffic } from './scriptTraffic'

const IN_PAGE = fileURLToPath(new URL('./in-page.js', import.meta.url))
const PATIENCE_MS = 60_000

/** A board open in a browser of its own, with an eye on what it costs. */
export class OpenBoard {
  private constructor(
    readonly page: Page,
    private readonly inspector: CDPSession,
    private readonly scripts: ScriptTraffic,
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
    return new OpenBoard(page, inspector, new ScriptTraffic(inspector))
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

  /** Bytes of JavaScript that came so far, gzipped as they came and without HTTP's headers. */
  get scriptBytes(): number {
    return this.scripts.bytes
  }

  /** Uses the page for the first time, and waits until it has fetched all that use may need. */
  async warmUp(): Promise<void> {
    await this.page.mouse.move(1, 1)
    await this.page.mouse.move(2, 2)
    const isWarm = () => performance.getEntriesByName('warmed-up').length > 0
    await this.page.waitForFunction(isWarm, null, { timeout: PATIENCE_MS })
    await this.scripts.none()
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
