import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CommandDraft } from '@/app/_replica/replicaTypes'
import { backlogLoaderOf } from '@/app/_replica/store/backlog/backlogLoader'
import type { ProjectStore } from '@/app/_replica/store/projectStore'
import type { Id } from '@/domain/kernel/primitives'
import { BACKLOG_SECTION } from '@/domain/views/backlog'
import { eventually } from '@/tests/support/eventually'
import { FaultyTransport, seededRandom } from '@/tests/support/faultInjection'
import { flakyServer } from '@/tests/support/flakyServer'
import { makePerson, makeWorkspace, type TestPerson } from '@/tests/support/people'
import { isLongRun } from '@/tests/support/propertyRuns'
import { directServer, openReplica, projectScope } from '@/tests/support/replica'
import { replicaDifferences } from '@/tests/support/replicaDifferences'
import { type Intent, intents, StaleUser } from '@/tests/support/simulatedUsers'
import { storedLog } from '@/tests/support/storedProject'
import { makeProject, TestClient } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'

await testDatabase()

/** More than a board loads at first, so that replicas are partial. */
const TASK_COUNT = 100
const INTENT_COUNT = 400

/** A replica with an unreliable network and realtime connection, and a person who works in it. */
async function openFaultyReplica(person: TestPerson, projectId: Id, seed: number) {
  const random = seededRandom(seed)
  const transport = new FaultyTransport(random)
  // A request may already fail while the replica is being opened.
  let opened: ProjectStore | null = null
  const network = flakyServer(await directServer(person, projectId), random, () => {
    queueMicrotask(() => opened?.refresh())
  })
  const store = await openReplica(person, projectId, { api: network.server, transport })
  opened = store
  backlogLoaderOf(store).show(null)
  const scope = await projectScope(person, projectId)
  return {
    store,
    scope,
    line: transport,
    network,
    eyes: new StaleUser(person, projectId),
    roll: random,
  }
}
type FaultyReplica = Awaited<ReturnType<typeof openFaultyReplica>>

async function createTasks(client: TestClient): Promise<void> {
  const statuses = ['todo', 'todo', 'todo', 'in-progress', 'done']
  await Promise.all(
    Array.from({ length: TASK_COUNT }, (_, i) =>
      client.createTask({ title: `Task ${i}`, statusId: statuses[i % 5] }),
    ),
  )
}

const SEED_COUNT = isLongRun ? 60 : 3

test.for(Array.from({ length: SEED_COUNT }, (_, i) => i + 1))(
  'every window reaches the confirmed state although messages are lost, repeated or delayed (random seed %i)',
  async (seed) => {
    const ada = await makeWorkspace()
    const bob = await makePerson(ada)
    const project = await makeProject(ada)
    const { projectId } = project
    await createTasks(project)
    const windows = [
      await openFaultyReplica(ada, projectId, seed),
      await openFaultyReplica(bob, projectId, -seed),
    ]
    const others = [ada, bob].map((person) => ({
      eyes: new StaleUser(person, projectId),
      hands: new TestClient(person, projectId),
    }))
    for (const { eyes: user } of [...others, ...windows]) await user.catchUp()

    let publishedSeq = Number((await storedLog(projectId)).at(-1)?.seq)
    const tell = async () => {
      const newEvents = await storedLog(projectId, publishedSeq)
      publishedSeq = newEvents.at(-1)?.seq ?? publishedSeq
      for (const { line, roll: random } of windows) {
        for (let i = 0; i < newEvents.length; ) {
          const size = 1 + Math.floor(random() * 4)
          line.publish(newEvents.slice(i, i + size))
          i += size
        }
      }
    }
    const answers: Promise<unknown>[] = []
    const act = async (intent: Intent) => {
      const client = windows[intent.client]
      const other = others[intent.client - windows.length]
      const user = client?.eyes ?? other?.eyes
      const command = user?.randomCommand(intent)
      if (!command) await user?.catchUp()
      else if (client) answers.push(client.store.send(command as CommandDraft).result)
      else await other?.hands.send(command)
      if (client) await browseRandomly(client, intent)
      await tell()
    }
    const [plan] = fc.sample(intents(windows.length + others.length, INTENT_COUNT), {
      seed,
      numRuns: 1,
    })
    for (const intent of plan ?? []) await act(intent)

    for (const { network, line, store } of windows) {
      network.restore()
      line.deliverDelayed()
      store.refresh()
    }
    for (const answer of await Promise.all(answers)) expect(answer).not.toBeNull()
    await tell()
    for (const { store } of windows) store.refresh()
    await eventually(async () => {
      for (const { store, scope } of windows)
        expect(await replicaDifferences(store, scope)).toEqual([])
    })
    for (const { line, network, store } of windows) {
      expect(store.connection).toEqual({ status: 'live', pendingCount: 0 })
      expect(Math.min(...Object.values(line.faults))).toBeGreaterThan(0)
      expect(Math.min(...Object.values(network.faults))).toBeGreaterThan(0)
    }
  },
)

/**
 * Other actions of people: scrolling, opening tasks, putting the computer to sleep for a moment.
 */
async function browseRandomly(
  { store, line }: FaultyReplica,
  { first, second }: Intent,
): Promise<void> {
  if (first % 9 === 0) store.loadMore(second % 2 ? 'todo' : 'done')
  if (first % 7 === 0) void backlogLoaderOf(store).pages.load(BACKLOG_SECTION)
  if (first % 11 === 0) {
    const id = [...store.optimisticState.cards.keys()][second % store.optimisticState.cards.size]
    if (id) void store.openTask(id).catch(() => {})
  }
  if (first % 37 === 0) line.reconnect()
}
