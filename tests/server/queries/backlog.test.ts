import { v7 as newId } from 'uuid'
import { expect, test } from 'vitest'
import type { Id } from '@/domain/kernel/primitives'
import { BACKLOG_SECTION, sectionOf } from '@/domain/views/backlog'
import { type BoardFilter, type Card, matchesFilter } from '@/domain/views/board'
import { loadBacklog, loadBacklogSection } from '@/server/queries/backlog'
import { loadBoard, loadCards } from '@/server/queries/board'
import { makeWorkspace } from '@/tests/support/people'
import { projectScope } from '@/tests/support/replica'
import { makeProject, type TestClient } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'

await testDatabase()

const LATEST = Number.MAX_SAFE_INTEGER

async function createSprint(project: TestClient, name: string, tasks: Id[]): Promise<Id> {
  const sprintId = newId()
  await project.send({ type: 'sprint.create', baseVersion: LATEST, sprintId, name })
  const seen = tasks.map((taskId) => ({ taskId, baseVersion: LATEST }))
  await project.send({ type: 'task.plan', tasks: seen, sprintId, position: { end: 'top' } })
  return sprintId
}

/** Creates two open sprints, a completed one with a reopened task, done tasks and an epic. */
async function createBacklog() {
  const ada = await makeWorkspace()
  const project = await makeProject(ada)
  const ids: Id[] = []
  for (let i = 0; i < 320; i++) {
    const labels = i % 4 ? [] : ['core']
    const estimate = i % 3 ? i % 7 : null
    const statusId = ['todo', 'in-progress', 'review', 'done'][i % 4]
    const taskType = i % 50 === 49 ? 'epic' : i % 5 ? 'task' : 'bug'
    ids.push(await project.createTask({ labels, estimate, statusId, taskType }))
  }
  const over = await createSprint(project, 'Over', ids.slice(0, 9).reverse())
  const on = { baseVersion: LATEST, sprintId: over }
  const dates = { startDate: '2031-01-01', endDate: '2031-01-14' }
  await project.send({ type: 'sprint.start', ...on, ...dates })
  await project.send({ type: 'sprint.complete', ...on, defaultDestination: null })
  await project.move(ids[3] ?? '', LATEST, 'todo')
  const first = await createSprint(project, 'One', ids.slice(10, 20))
  const second = await createSprint(project, 'Two', ids.slice(100, 180))
  await project.send({ type: 'task.archive', taskId: ids[12] ?? '', baseVersion: LATEST })
  const scope = await projectScope(ada, project.projectId)
  return { project, scope, ids, over, first, second }
}

async function expectedBacklog({ scope, ids }: Awaited<ReturnType<typeof createBacklog>>) {
  const { project } = await loadBoard(scope)
  const all: Card[] = []
  for (let at = 0; at < ids.length; at += 100) {
    all.push(...(await loadCards(scope, ids.slice(at, at + 100))).cards)
  }
  all.sort((a, b) => (a.backlogRank < b.backlogRank ? -1 : 1))
  return (section: Id, filter: BoardFilter = {}) =>
    all.filter(
      (card) => sectionOf(card, project) === section && matchesFilter(card, filter, project.key),
    )
}

test('a backlog opens with its sections in order, their totals, and the first tasks of each', async () => {
  const made = await createBacklog()
  const { scope, ids, first, second, over } = made
  const of = await expectedBacklog(made)
  const open = await loadBacklog(scope, null)
  expect(open.seq).toBe((await loadBoard(scope)).seq)
  expect(open.sections.map((section) => section.id)).toEqual([first, second, BACKLOG_SECTION])
  for (const { id, cards, totals, count, complete } of open.sections) {
    const all = of(id)
    expect(cards.map((card) => card.id)).toEqual(all.slice(0, 50).map((card) => card.id))
    expect(complete).toBe(all.length <= 50)
    expect(count).toBe(all.length)
    expect(totals.open.tasks + totals.done.tasks).toBe(all.length)
    const points = all.reduce((total, card) => total + (card.estimate ?? 0), 0)
    expect(totals.open.points + totals.done.points).toBe(points)
    const unestimated = all.filter((card) => card.estimate === null).length
    expect(totals.open.unestimated + totals.done.unestimated).toBe(unestimated)
  }
  const inBacklog = of(BACKLOG_SECTION).map((card) => card.id)
  expect(inBacklog).toContain(ids[3])
  expect(inBacklog).not.toContain(ids[7])
  expect((await loadBacklogSection(scope, over, null, null)).cards).toEqual([])
})

test.for<[string, BoardFilter | null]>([
  ['all tasks', null],
  ['filtered tasks', { labels: ['core'], type: ['task'] }],
])('further pages of %s continue without a gap and end', async ([, filter]) => {
  const made = await createBacklog()
  const of = await expectedBacklog(made)
  const open = await loadBacklog(made.scope, filter)
  for (const { id, cards: first, count, complete: whole } of open.sections) {
    const found = [...first]
    for (let complete = whole; !complete; ) {
      const last = found.at(-1)
      const after = last ? { rank: last.backlogRank, number: last.number } : null
      const page = await loadBacklogSection(made.scope, id, after, filter)
      found.push(...page.cards)
      complete = page.complete
    }
    const expected = of(id, filter ?? {}).map((card) => card.id)
    expect(found.map((card) => card.id)).toEqual(expected)
    expect(count).toBe(expected.length)
  }
})
