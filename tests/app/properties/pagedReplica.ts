import { vi } from 'vitest'
import { CommandQueue } from '@/app/_api/queue/commandQueue'
import { NoLeaderLock } from '@/app/_api/queue/leaderLock'
import { MemoryStorage } from '@/app/_api/queue/queueStorage'
import type { InitialData } from '@/app/_replica/replicaTypes'
import { backlogLoaderOf } from '@/app/_replica/store/backlog/backlogLoader'
import { ProjectStore } from '@/app/_replica/store/projectStore'
import { swimlaneLoaderOf } from '@/app/_replica/store/swimlanes/swimlaneLoader'
import type { TransportListener } from '@/app/_replica/sync/transport'
import { sectionsOf } from '@/domain/views/backlog'
import type { BoardFilter } from '@/domain/views/board'
import { createTestProject, type TestProject } from '@/tests/domain/support/testProject'
import { HeldRequests } from './heldRequests'
import { heldApi, MemoryServer } from './memoryServer'

const ME = { id: 'ann', name: 'Ann', role: 'admin', roleSince: '2030' } as const
/** More tasks than a replica loads by itself, so that lists are partial. */
const TASK_COUNT = 45

/** Returns the data that a page passes to Ann's replica. */
export const initialDataFrom = (server: MemoryServer): InitialData => ({
  workspace: { id: 'w', slug: 'w' },
  me: ME,
  board: server.board(ME.id),
  realtime: null,
})

/** A store with a server in memory. The test releases the server's responses and events. */
export class PagedReplica {
  readonly store: ProjectStore
  readonly server: MemoryServer
  readonly requests = new HeldRequests()
  readonly testProject = projectWithManyTasks()
  filter: BoardFilter | null = null
  private listener: TransportListener | null = null
  private deliveredSeq: number
  private readonly stop: () => void

  constructor() {
    this.server = new MemoryServer(this.testProject)
    this.deliveredSeq = this.server.seq
    const transport = {
      open: (listener: TransportListener) => {
        this.listener = listener
        listener.onConnected()
      },
      sendPresence: () => {},
      close: () => {},
    }
    const queue = new CommandQueue({
      personId: ME.id,
      clientId: 'window',
      storage: new MemoryStorage(),
      leaderLock: new NoLeaderLock(),
      execute: () => Promise.reject(new Error('Nothing is sent from here.')),
      newId: () => 'id',
      saveClientId: () => {},
    })
    this.store = new ProjectStore(initialDataFrom(this.server), {
      api: heldApi(this.server.reads(ME.id), this.requests),
      queue,
      transport,
      newId: () => 'id',
    })
    const stopStore = this.store.start()
    this.stop = () => {
      stopStore()
      queue.close()
    }
    backlogLoaderOf(this.store).show(null)
    swimlaneLoaderOf(this.store).show('priority', null)
    for (const id of ['0', '1', '4']) swimlaneLoaderOf(this.store).setVisible(id, true)
  }

  /** Makes the replica start over from a snapshot, as after a long sleep. */
  startOver(): void {
    this.server.seemsFarAhead = true
    this.store.refresh()
  }

  close(): void {
    this.stop()
  }

  /** Delivers this number of further events to the store. */
  deliver(count: number): void {
    const events = this.testProject.events.slice(this.deliveredSeq, this.deliveredSeq + count)
    const [first] = events
    const last = events.at(-1)
    if (!first || !last) return
    this.deliveredSeq = last.seq
    this.listener?.onBroadcast({ from: first.seq, to: last.seq, events })
  }

  /** Filters board and backlog by a label, or removes the filter. */
  toggleFilter(): void {
    this.filter = this.filter ? null : { labels: ['api'] }
    this.store.setFilter(this.filter)
    backlogLoaderOf(this.store).setFilter(this.filter)
  }

  /** Loads the next page of one of the lists, chosen by any number. */
  loadMore(choice: number): void {
    const { columns, project, swimlanes } = this.store.optimisticState
    const sections = sectionsOf(project)
    const loads = [
      ...[...columns.keys()].map((id) => () => this.store.loadMore(id)),
      ...sections.map((id) => () => void backlogLoaderOf(this.store).pages.load(id)),
      ...[...(swimlanes?.heads.keys() ?? [])].flatMap((id) =>
        [...columns.keys()].map((status) => () => {
          swimlaneLoaderOf(this.store).loadMore(id, status)
        }),
      ),
    ]
    loads[choice % loads.length]?.()
  }

  /** Releases all responses and events until none is left. */
  async settle(): Promise<void> {
    for (let quietRounds = 0; quietRounds < 3; ) {
      this.deliver(this.server.seq)
      await vi.advanceTimersByTimeAsync(1_000)
      const isQuiet = this.requests.all.length === 0
      quietRounds = isQuiet ? quietRounds + 1 : 0
      this.requests.answerAll()
      await vi.advanceTimersByTimeAsync(0)
    }
  }

  /** Loads every list to its end. */
  async loadAll(): Promise<void> {
    for (let isChanged = true; isChanged; ) {
      const before = this.store.optimisticState
      const { columns, project, swimlanes } = before
      for (const id of swimlanes?.heads.keys() ?? [])
        swimlaneLoaderOf(this.store).setVisible(id, true)
      const listCount =
        columns.size + sectionsOf(project).length + (swimlanes?.heads.size ?? 0) * columns.size
      for (let i = 0; i < listCount; i++) this.loadMore(i)
      await this.settle()
      isChanged = this.store.optimisticState !== before
    }
  }
}

/** Creates a project whose lists have several pages. */
export function projectWithManyTasks(): TestProject {
  const testProject = createTestProject()
  const statuses = ['todo', 'todo', 'todo', 'in-progress', 'done']
  for (let i = 0; i < TASK_COUNT; i++) {
    testProject.task({
      taskId: `t${i}`,
      statusId: statuses[i % statuses.length],
      labels: i % 2 ? ['api'] : [],
    })
  }
  testProject.send('ann', { type: 'sprint.create', sprintId: 's1', name: 'Sprint 1' })
  return testProject
}
