import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PageLoader } from '@/app/_replica/store/pagedList/pageLoader'
import { Replica } from '@/app/_replica/store/replica'
import { propertyRuns } from '@/tests/support/propertyRuns'
import { HeldRequests } from './heldRequests'
import { heldApi, MemoryServer } from './memoryServer'
import { initialDataFrom, projectWithManyTasks } from './pagedReplica'

const RUNS = propertyRuns(100, 2000)
/** Longer than any pause after a failure, in milliseconds. */
const LONG_MS = 60_000

/** More pages than any list has. */
const MAX_PAGES = 20

/** Creates a loader of a board's columns whose responses the test releases. */
function openLoader() {
  const server = new MemoryServer(projectWithManyTasks())
  const requests = new HeldRequests()
  const api = heldApi(server.reads('ann'), requests)
  const replica = new Replica(initialDataFrom(server), () => {})
  const context = {
    replica,
    api,
    onChange: () => {},
    catchUp: async () => {},
    mergePeople: () => {},
  }
  const lists = { isShown: true }
  const loader = new PageLoader(context, (key) => {
    const list = replica.confirmedState.columns.get(key)
    if (!list || list.complete) return null
    const after = list.until
    return {
      fetch: async () => {
        const page = await api.fetchColumnPage({ statusId: key, after, filter: null })
        return { list: 'columns', seq: page.seq, pages: [{ ...page, key, after }] }
      },
      isCurrent: () => lists.isShown,
    }
  })
  const loaded = (key: string) => replica.confirmedState.columns.get(key)?.ids.length ?? 0
  const end = async (how: 'answer' | 'fail', choice = 0) => {
    requests.end(choice, how)
    await vi.advanceTimersByTimeAsync(0)
  }
  return { loader, requests, server, replica, lists, loaded, end }
}

type OpenLoader = ReturnType<typeof openLoader>
type Step = { kind: 'load' | 'answer' | 'fail' | 'retry' | 'wait'; choice: number }
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('load', 'load', 'load', 'answer', 'fail', 'retry', 'wait'),
  choice: fc.nat(9_999),
})

function take({ kind, choice }: Step, { loader, requests, server }: OpenLoader): void {
  const { statusIds } = server
  if (kind === 'load') void loader.load(statusIds[choice % statusIds.length] ?? '')
  else if (kind === 'answer' || kind === 'fail') requests.end(choice, kind)
  else if (kind === 'retry') loader.retryNow()
}

async function checkSteps(steps: Step[]): Promise<void> {
  const open = openLoader()
  const { loader, requests, server, replica } = open
  const expectNoPageTwice = () => {
    const names = requests.all.map((each) => each.name)
    expect(names).toEqual([...new Set(names)])
  }
  for (const each of steps) {
    take(each, open)
    await vi.advanceTimersByTimeAsync(each.kind === 'wait' ? each.choice : 0)
    expectNoPageTwice()
  }
  for (let i = 0; i < MAX_PAGES; i++) {
    for (const id of server.statusIds) void loader.load(id)
    expectNoPageTwice()
    requests.answerAll()
    await vi.advanceTimersByTimeAsync(LONG_MS)
  }
  for (const id of server.statusIds) {
    const expected = server.column(id, null).map((card) => card.id)
    expect(replica.confirmedState.columns.get(id)?.ids).toEqual(expected)
    expect(loader.isLoading(id)).toBe(false)
  }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the page loader', () => {
  it('the loader never requests a page twice at the same time, and loads every list in the end', async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 60 }), checkSteps), RUNS)
  })

  it('a list counts as loading until its page has arrived', async () => {
    const { loader, loaded, end } = openLoader()
    const before = loaded('todo')
    expect(loader.isLoading('todo')).toBe(false)
    const ended = loader.load('todo')
    expect(loader.isLoading('todo')).toBe(true)
    expect(loader.isLoading('done')).toBe(false)
    await end('answer')
    await ended
    expect(loader.isLoading('todo')).toBe(false)
    expect(loaded('todo')).toBeGreaterThan(before)
  })

  it('a failed request is repeated after a pause and not before', async () => {
    const { loader, requests, loaded, end } = openLoader()
    const before = loaded('todo')
    const ended = loader.load('todo')
    await end('fail')
    await ended
    expect([loader.hasFailed('todo'), loader.isLoading('todo')]).toEqual([true, true])
    void loader.load('todo')
    expect(requests.all).toEqual([])
    await vi.advanceTimersByTimeAsync(LONG_MS)
    expect(requests.all).toHaveLength(1)
    await end('answer')
    expect([loader.hasFailed('todo'), loader.isLoading('todo')]).toEqual([false, false])
    expect(loaded('todo')).toBeGreaterThan(before)
  })

  it('failed requests are repeated at once when the server is reachable again', async () => {
    const { loader, requests, end } = openLoader()
    void loader.load('todo')
    await end('fail')
    loader.retryNow()
    expect(requests.all).toHaveLength(1)
    await end('answer')
    expect(loader.hasFailed('todo')).toBe(false)
  })

  it('a page that arrives when its list is no longer shown is dropped', async () => {
    const { loader, requests, loaded, end } = openLoader()
    const before = loaded('todo')
    void loader.load('todo')
    loader.cancel()
    expect(loader.isLoading('todo')).toBe(false)
    await end('answer')
    expect(loaded('todo')).toBe(before)
    void loader.load('todo')
    loader.cancel()
    await end('fail')
    await vi.advanceTimersByTimeAsync(LONG_MS)
    expect(requests.all).toEqual([])
  })

  it('a page that was requested with another filter is dropped', async () => {
    const { loader, lists, loaded, end } = openLoader()
    const before = loaded('todo')
    void loader.load('todo')
    lists.isShown = false
    expect(loader.isLoading('todo')).toBe(false)
    await end('answer')
    expect(loaded('todo')).toBe(before)
  })

  it('a request with another filter does not delay the next one', async () => {
    const { loader, requests, lists } = openLoader()
    void loader.load('todo')
    lists.isShown = false
    void loader.load('todo')
    expect(requests.all).toHaveLength(2)
  })
})
