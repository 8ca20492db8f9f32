import { type Browser, chromium, type Page } from '@playwright/test'
import { chromiumLaunch, prepareChromium } from '../chromium'
import { OpenBoard } from './boardPage'
import { drag, type Point, scrollDown } from './hands'
import { openHouse } from './house'
import { type Bench, median, quantile, type Result, short } from './result'
import { makeProject, makeWorld } from './world'

const TASKS = 20_000
const ROUNDS = 3
const FRAME_MS = 50
const MIDDLE: Point = { x: 800, y: 500 }
const LOAD_MS = 120_000

/** A backlog of 20,000 tasks in a real browser: scrolled as it loads, and again with all of it. */
export const backlogBrowser: Bench = async (machine) => {
  await prepareChromium()
  const world = await makeWorld()
  machine.say(`making ${TASKS} tasks`)
  const { key } = await makeProject(world, TASKS)
  machine.say('starting the web server')
  const house = await openHouse(machine)
  const browser = await chromium.launch(chromiumLaunch())
  try {
    const address = `${house.address}/${world.scope.slug}/${key}/backlog`
    const cookie = await house.signIn(world)
    const rounds = []
    await look(browser, address, cookie, false) // the server has everything loaded after it
    for (let round = 0; round < ROUNDS; round++) {
      machine.say(`opening, scrolling, dragging: ${round + 1} of ${ROUNDS}`)
      rounds.push(await look(browser, address, cookie, true))
    }
    return { 'backlog.browser.frames': resultOf(rounds) }
  } finally {
    await browser.close()
    await house.stop()
  }
}

type Look = Awaited<ReturnType<typeof look>>

async function look(browser: Browser, address: string, cookie: string, whole: boolean) {
  const backlog = await OpenBoard.prepare(browser, address, cookie)
  const { page } = backlog
  try {
    const { first } = await backlog.open(address)
    await backlog.warmUp()
    const loading = await backlog.framesDuring(() => scrollDown(page, MIDDLE))
    if (whole) await loadAll(page)
    const scrolling = await backlog.framesDuring(() => scrollDown(page, MIDDLE))
    const over = { ...MIDDLE, y: 200 }
    const dragging = await backlog.framesDuring(() => drag(page, [MIDDLE, over, MIDDLE]))
    return { first, loading, scrolling, dragging, heap: await backlog.heap() }
  } finally {
    await backlog.close()
  }
}

/** Goes to the end again and again until there is no more to load, and back to the top. */
async function loadAll(page: Page): Promise<void> {
  const links = page.locator('[data-section="backlog"] li a')
  await links.first().focus()
  const until = performance.now() + LOAD_MS
  while ((await page.locator('[data-section="backlog"] [role="status"]').count()) > 0) {
    if (performance.now() > until) throw new Error('The backlog did not load to its end.')
    await page.keyboard.press('End')
  }
  await page.keyboard.press('Home')
}

function resultOf(rounds: Look[]): Result {
  const of = (figure: (each: Look) => number) => median(rounds.map(figure))
  const all = (each: Look) => [...each.loading, ...each.scrolling, ...each.dragging]
  const longest = of((r) => Math.max(...all(r)))
  return {
    value: short(longest),
    unit: 'ms (longest)',
    limit: null,
    ratio: short(longest / FRAME_MS),
    goal: 'none over 50 ms',
    met: longest <= FRAME_MS,
    p95: short(of((r) => quantile(all(r), 0.95))),
    over: of((r) => all(r).filter((ms) => ms > FRAME_MS).length),
    whileLoading: short(of((r) => Math.max(...r.loading))),
    allLoaded: short(of((r) => Math.max(...r.scrolling))),
    dragging: short(of((r) => Math.max(...r.dragging))),
    first: short(of((r) => r.first)),
    heap: of((r) => r.heap),
  }
}
