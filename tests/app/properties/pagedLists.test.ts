import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PagedList, PagedLists } from '@/app/_replica/store/pagedList/pagedList'
import type { Card } from '@/domain/views/board'
import { randomCommandFor } from '@/tests/domain/support/random/randomCommand'
import { type CommandStep, step as commandStep } from '@/tests/domain/support/random/step'
import { propertyRuns } from '@/tests/support/propertyRuns'
import { PagedReplica } from './pagedReplica'

const RUNS = propertyRuns(80, 400)
const TIMEOUT = 60_000 + RUNS.numRuns * 2_000

/** The relative frequency of each kind of step. */
const WEIGHTS = {
  move: 4,
  plan: 3,
  deliver: 5,
  answer: 8,
  fail: 1,
  loadMore: 5,
  openTask: 2,
  toggleFilter: 1,
  startOver: 1,
  wait: 2,
}
const CHANGE_WEIGHT = 2

type Kind = keyof typeof WEIGHTS
/** A step of a replica that loads its lists page by page. */
type Step = { kind: 'change'; command: CommandStep } | { kind: Kind; first: number; second: number }

const change: fc.Arbitrary<Step> = fc.record({ kind: fc.constant('change'), command: commandStep })
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: CHANGE_WEIGHT, arbitrary: change },
  ...(Object.keys(WEIGHTS) as Kind[]).map((kind) => ({
    weight: WEIGHTS[kind],
    arbitrary: fc.record({ kind: fc.constant(kind), first: fc.nat(9_999), second: fc.nat(9_999) }),
  })),
)

async function take(each: Step, replica: PagedReplica): Promise<void> {
  const { testProject, store, requests } = replica
  if (each.kind === 'change') {
    testProject.send(each.command.who, randomCommandFor(each.command, testProject))
    return
  }
  const { kind, first, second } = each
  const ids = [...testProject.projectState.tasks.keys()]
  const taskId = ids[first % ids.length] ?? ''
  const position = { after: ids[second % ids.length] ?? '' }
  switch (kind) {
    case 'move': {
      const statusId = replica.server.statusIds[second % 3] ?? 'todo'
      testProject.send('ann', { type: 'task.move', taskId, statusId, position })
      break
    }
    case 'plan': {
      const tasks = [{ taskId, baseVersion: Number.MAX_SAFE_INTEGER }]
      const sprintId = second % 3 === 0 ? 's1' : null
      testProject.send('ann', { type: 'task.plan', tasks, sprintId, position })
      break
    }
    case 'deliver':
      replica.deliver(1 + (first % 4))
      break
    case 'answer':
    case 'fail':
      requests.end(first, kind)
      break
    case 'loadMore':
      replica.loadMore(first)
      break
    case 'openTask':
      void store.openTask(taskId).catch(() => {})
      break
    case 'toggleFilter':
      replica.toggleFilter()
      break
    case 'startOver':
      replica.startOver()
      break
    case 'wait':
      await vi.advanceTimersByTimeAsync(first % 2_000)
      break
    default:
      throw new Error(`There is no such step: ${kind satisfies never}`)
  }
  await vi.advanceTimersByTimeAsync(0)
}

/** Returns the differences between the lists of a replica and those of a fresh load. */
function listDifferences({ store, server, filter }: PagedReplica): string[] {
  const { columns, filtered, swimlanes, backlog, seq } = store.optimisticState
  const differences = seq === server.seq ? [] : [`seq ${seq}, not ${server.seq}`]
  const compare = (name: string, list: PagedList, expected: Card[], isCounted: boolean) => {
    const ids = expected.map((card) => card.id)
    const shown = list.complete ? ids : ids.slice(0, list.ids.length)
    if (JSON.stringify(list.ids) !== JSON.stringify(shown))
      differences.push(`${name} shows ${list.ids} of ${ids}`)
    if (isCounted && list.count !== ids.length)
      differences.push(`${name} counts ${list.count} of ${ids.length}`)
  }
  for (const [id, list] of columns) compare(`column ${id}`, list, server.column(id, null), false)
  if ((filtered !== null) !== (filter !== null)) differences.push('The filter is not shown.')
  for (const [id, list] of filtered?.columns ?? [])
    compare(`filtered ${id}`, list, server.column(id, filter), true)
  for (const [cell, list] of swimlanes?.cells ?? []) {
    const [id = '', statusId = ''] = cell.split(' ')
    const swimlane = { groupBy: 'priority', id } as const
    compare(`cell ${cell}`, list, server.column(statusId, { swimlane }), true)
  }
  if (!backlog) differences.push('There is no backlog.')
  for (const [id, list] of backlog?.sections ?? [])
    compare(`section ${id}`, list, server.section(id, filter), filter !== null)
  return differences
}

/** Returns the keys of the lists that are other objects than before. */
function changedKeys(before: PagedLists | undefined, after: PagedLists | undefined): string[] {
  return [...(after ?? [])].flatMap(([key, list]) => (before?.get(key) === list ? [] : key)).sort()
}

/** Runs the callbacks of the last responses. */
const flush = () => vi.advanceTimersByTimeAsync(0)

/** Returns a replica that has caught up and waits for no response. */
async function openSettled(): Promise<PagedReplica> {
  const replica = new PagedReplica()
  await replica.settle()
  return replica
}

describe('lists that are loaded page by page', { timeout: TIMEOUT }, () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('the lists equal those of a fresh load, for any order of pages and events', async () => {
    const check = async (steps: Step[]) => {
      const replica = new PagedReplica()
      for (const each of steps) await take(each, replica)
      await replica.settle()
      expect(listDifferences(replica)).toEqual([])
      await replica.loadAll()
      expect(listDifferences(replica)).toEqual([])
      const { columns, filtered, swimlanes, backlog } = replica.store.optimisticState
      const shownLists = [filtered?.columns ?? columns, swimlanes?.cells, backlog?.sections]
      const lists = shownLists.flatMap((each) => [...(each?.values() ?? [])])
      expect(lists.every((list) => list.complete)).toBe(true)
      replica.close()
    }
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 40, maxLength: 120 }), check),
      RUNS,
    )
  })

  it('the lists have no gap when a page arrives after the replica has started over', async () => {
    const replica = await openSettled()
    const { store, requests, server } = replica
    replica.startOver()
    requests.endOldest('events', 'answer')
    await flush()
    store.loadMore('todo')
    requests.endOldest('board', 'answer')
    await flush()
    requests.endOldest('column page', 'answer')
    await flush()
    const shown = store.optimisticState.columns.get('todo')?.ids ?? []
    const expected = server.column('todo', null).map((card) => card.id)
    expect(shown).toEqual(expected.slice(0, shown.length))
    replica.close()
  })

  it('a task that moved into a page after the page was read is in the list', async () => {
    const replica = await openSettled()
    const { store, requests, testProject, server } = replica
    const column = () => server.column('todo', null).map((card) => card.id)
    const loaded = store.optimisticState.columns.get('todo')?.ids.length ?? 0
    const [before = '', after = ''] = column().slice(loaded)
    const opened = store.openTask('t4')
    requests.answerAll()
    await opened
    store.loadMore('todo')
    const position = { after: before }
    testProject.send('ann', { type: 'task.move', taskId: 't4', statusId: 'todo', position })
    replica.deliver(1)
    requests.endOldest('column page', 'answer')
    await flush()
    const shown = store.optimisticState.columns.get('todo')?.ids ?? []
    expect(shown).toEqual(column().slice(0, shown.length))
    expect(shown).toEqual(expect.arrayContaining([before, 't4', after]))
    replica.close()
  })

  it('the lists have no gap when a page arrives after a filter was set', async () => {
    const replica = await openSettled()
    const { store, requests } = replica
    replica.toggleFilter()
    store.loadMore('todo')
    requests.endOldest('filtered board', 'answer')
    requests.endOldest('backlog', 'answer')
    await flush()
    requests.endOldest('column page', 'answer')
    await flush()
    expect(listDifferences(replica)).toEqual([])
    replica.close()
  })

  it('a failed request is repeated, whatever arrives for an earlier filter', async () => {
    const replica = await openSettled()
    const { requests } = replica
    for (let i = 0; i < 3; i++) replica.toggleFilter()
    const newest = requests.all.findLast((each) => each.name.startsWith('backlog'))
    requests.end(newest ? requests.all.indexOf(newest) : -1, 'fail')
    await flush()
    requests.endOldest('backlog', 'answer')
    await replica.settle()
    expect(listDifferences(replica)).toEqual([])
    replica.close()
  })

  it('lists that an event does not affect stay the same objects', async () => {
    const replica = await openSettled()
    const { store, testProject } = replica
    const before = store.optimisticState
    testProject.send('ann', { type: 'task.edit', taskId: 't0', set: { title: 'New' } })
    replica.deliver(1)
    const edited = store.optimisticState
    expect(edited.cards.get('t0')?.title).toBe('New')
    expect(edited.columns).toBe(before.columns)
    expect(edited.swimlanes?.cells).toBe(before.swimlanes?.cells)
    expect(edited.backlog?.sections).toBe(before.backlog?.sections)
    const position = { end: 'top' } as const
    testProject.send('ann', { type: 'task.move', taskId: 't0', statusId: 'done', position })
    replica.deliver(1)
    const moved = store.optimisticState
    expect(changedKeys(edited.columns, moved.columns)).toEqual(['done', 'todo'])
    const { swimlanes } = moved
    expect(changedKeys(edited.swimlanes?.cells, swimlanes?.cells)).toEqual(['0 done', '0 todo'])
    expect(changedKeys(edited.backlog?.sections, moved.backlog?.sections)).toEqual(['backlog'])
    replica.close()
  })
})
