import { type Browser, chromium, type Page } from '@playwright/test'
import { chromiumLaunchOptions, prepareChromium } from '../chromium'
import {
  type Benchmark,
  type BenchmarkResult,
  median,
  quantile,
  roundToThreeDigits,
} from './benchmarkResult'
import { createBenchFixture, createBenchProject } from './fixtures'
import { MeasuredPage } from './measuredPage'
import { drag, type Point, scrollDown } from './mouse'
import { startTestServer } from './testServer'

const TASKS = 20_000
const ROUNDS = 3
const FRAME_MS = 50
const LIST_CENTRE: Point = { x: 800, y: 500 }
const LOAD_TIMEOUT_MS = 120_000

/**
 * A backlog of 20,000 tasks in a real browser: scrolled while it loads, and again when fully
 * loaded.
 */
export const backlogBrowser: Benchmark = async (environment) => {
  await prepareChromium()
  const fixture = await createBenchFixture()
  environment.say(`making ${TASKS} tasks`)
  const { key } = await createBenchProject(fixture, TASKS)
  environment.say('starting the web server')
  const testServer = await startTestServer(environment)
  const browser = await chromium.launch(chromiumLaunchOptions())
  try {
    const address = `${testServer.address}/${fixture.scope.slug}/${key}/backlog`
    const cookie = await testServer.signIn(fixture)
    const rounds = []
    await measureBacklog(browser, address, cookie, false) // The first run warms up the server.
    for (let round = 0; round < ROUNDS; round++) {
      environment.say(`opening, scrolling, dragging: ${round + 1} of ${ROUNDS}`)
      rounds.push(await measureBacklog(browser, address, cookie, true))
    }
    return { 'backlog.browser.frames': toResult(rounds) }
  } finally {
    await browser.close()
    await testServer.stop()
  }
}

type BacklogMeasurement = Awaited<ReturnType<typeof measureBacklog>>

async function measureBacklog(
  browser: Browser,
  address: string,
  cookie: string,
  loadEverything: boolean,
) {
  const backlog = await MeasuredPage.create(browser, address, cookie)
  const { page } = backlog
  try {
    const { first } = await backlog.open(address)
    await backlog.triggerPrefetch()
    const loading = await backlog.measureFrames(() => scrollDown(page, LIST_CENTRE))
    if (loadEverything) await loadAll(page)
    const scrolling = await backlog.measureFrames(() => scrollDown(page, LIST_CENTRE))
    const over = { ...LIST_CENTRE, y: 200 }
    const dragging = await backlog.measureFrames(() => drag(page, [LIST_CENTRE, over, LIST_CENTRE]))
    return { first, loading, scrolling, dragging, heap: await backlog.heapBytes() }
  } finally {
    await backlog.close()
  }
}

/** Scrolls to the end until everything is loaded, then back to the top. */
async function loadAll(page: Page): Promise<void> {
  const links = page.locator('[data-section="backlog"] li a')
  await links.first().focus()
  const until = performance.now() + LOAD_TIMEOUT_MS
  while ((await page.locator('[data-section="backlog"] [role="status"]').count()) > 0) {
    if (performance.now() > until) throw new Error('The backlog did not load to its end.')
    await page.keyboard.press('End')
  }
  await page.keyboard.press('Home')
}

function toResult(rounds: BacklogMeasurement[]): BenchmarkResult {
  const of = (figure: (each: BacklogMeasurement) => number) => median(rounds.map(figure))
  const all = (each: BacklogMeasurement) => [...each.loading, ...each.scrolling, ...each.dragging]
  const longest = of((r) => Math.max(...all(r)))
  return {
    value: roundToThreeDigits(longest),
    unit: 'ms (longest)',
    baseline: null,
    ratio: roundToThreeDigits(longest / FRAME_MS),
    goal: 'none over 50 ms',
    met: longest <= FRAME_MS,
    p95: roundToThreeDigits(of((r) => quantile(all(r), 0.95))),
    framesOverLimit: of((r) => all(r).filter((ms) => ms > FRAME_MS).length),
    whileLoading: roundToThreeDigits(of((r) => Math.max(...r.loading))),
    allLoaded: roundToThreeDigits(of((r) => Math.max(...r.scrolling))),
    dragging: roundToThreeDigits(of((r) => Math.max(...r.dragging))),
    first: roundToThreeDigits(of((r) => r.first)),
    heap: of((r) => r.heap),
  }
}
