import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { planOf } from '@/app/_client/store/plan/planLoader'
import type { ProjectStore } from '@/app/_client/store/projectStore'
import type { Draft } from '@/app/_client/store/types'
import { BACKLOG } from '@/domain/backlog'
import type { Id } from '@/domain/words'
import { type Intent, intents, Stale } from '@/tests/support/crowd'
import { testDatabase } from '@/tests/support/database'
import { flaky } from '@/tests/support/flaky'
import { differences } from '@/tests/support/fresh'
import { makePerson, makeWorkspace, type TestPerson } from '@/tests/support/people'
import { makeProject, Window } from '@/tests/support/project'
import { directServer, openWindow, projectScope } from '@/tests/support/replica'
import { storedLog } from '@/tests/support/stored'
import { dice, UnrulyLine } from '@/tests/support/unruly'

await testDatabase()

/** Longer than what a board opens with, so that windows are partial. */
const TASKS = 100
const WISHES = 400

/** A window behind a bad network and a bad line, with somebody who works in it. */
async function badWindow(person: TestPerson, projectId: Id, seed: number) {
  const roll = dice(seed)
  const line = new UnrulyLine(roll)
  const network = flaky(await directServer(person, projectId), roll, () => {
    queueMicrotask(() => store.refresh())
  })
  const store: ProjectStore = await openWindow(person, projectId, {
    server: network.server,
    transport: line,
  })
  planOf(store).open(null)
  const scope = await projectScope(person, projectId)
  return { store, scope, line, network, eyes: new Stale(person, projectId), roll }
}
type BadWindow = Awaited<ReturnType<typeof badWindow>>

async function fill(window: Window): Promise<void> {
  const statuses = ['todo', 'todo', 'todo', 'in-progress', 'done']
  await Promise.all(
    Array.from({ length: TASKS }, (_, i) =>
      window.createTask({ title: `Task ${i}`, statusId: statuses[i % 5] }),
    ),
  )
}

test.for([1, 2, 3])(
  'whatever gets lost, doubled or late, every window ends at the truth (%i)',
  async (seed) => {
    const ada = await makeWorkspace()
    const bob = await makePerson(ada)
    const project = await makeProject(ada)
    const { projectId } = project
    await fill(project)
    const windows = [await badWindow(ada, projectId, seed), await badWindow(bob, projectId, -seed)]
    const others = [ada, bob].map((person) => ({
      eyes: new Stale(person, projectId),
      hands: new Window(person, projectId),
    }))
    for (const { eyes } of [...others, ...windows]) await eyes.look()

    let told = Number((await storedLog(projectId)).at(-1)?.seq)
    const tell = async () => {
      const news = await storedLog(projectId, told)
      told = news.at(-1)?.seq ?? told
      for (const { line, roll } of windows) {
        for (let i = 0; i < news.length; ) {
          const size = 1 + Math.floor(roll() * 4)
          line.publish(news.slice(i, i + size))
          i += size
        }
      }
    }
    const answers: Promise<unknown>[] = []
    const act = async (intent: Intent) => {
      const window = windows[intent.client]
      const other = others[intent.client - windows.length]
      const eyes = window?.eyes ?? other?.eyes
      const command = eyes?.wish(intent)
      if (!command) await eyes?.look()
      else if (window) answers.push(window.store.send(command as Draft).answered)
      else await other?.hands.send(command)
      if (window) await wander(window, intent)
      await tell()
    }
    const [plan] = fc.sample(intents(windows.length + others.length, WISHES), { seed, numRuns: 1 })
    for (const intent of plan ?? []) await act(intent)

    for (const { network, line, store } of windows) {
      network.heal()
      line.deliverHeld()
      store.refresh()
    }
    for (const answer of await Promise.all(answers)) expect(answer).not.toBeNull()
    await tell()
    for (const { store } of windows) store.refresh()
    await vi.waitFor(
      async () => {
        for (const { store, scope } of windows) expect(await differences(store, scope)).toEqual([])
      },
      { timeout: 10_000 },
    )
    for (const { line, network, store } of windows) {
      expect(store.connection).toEqual({ status: 'live', waiting: 0 })
      expect(Math.min(...Object.values(line.faults))).toBeGreaterThan(0)
      expect(Math.min(...Object.values(network.mishaps))).toBeGreaterThan(0)
    }
  },
)

/** What people do besides: scroll, open tasks, close their laptops for a moment. */
async function wander({ store, line }: BadWindow, { a, b }: Intent): Promise<void> {
  if (a % 9 === 0) store.loadMore(b % 2 ? 'todo' : 'done')
  if (a % 7 === 0) void planOf(store).more(BACKLOG)
  if (a % 11 === 0) {
    const id = [...store.screen.cards.keys()][b % store.screen.cards.size]
    if (id) void store.openTask(id).catch(() => {})
  }
  if (a % 37 === 0) line.bounce()
}
