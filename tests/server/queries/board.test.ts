import { expect, test } from 'vitest'
import type { Id } from '@/domain/kernel/primitives'
import { type BoardFilter, type Card, matchesFilter } from '@/domain/views/board'
import { loadBoard, loadCards, loadColumnPage } from '@/server/queries/board'
import { loadEventsSince } from '@/server/queries/events'
import { loadFilteredBoard, loadFilteredColumnPage } from '@/server/queries/filteredBoard'
import { makePerson, makeWorkspace } from '@/tests/support/people'
import { projectScope } from '@/tests/support/replica'
import { makeProject } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'

await testDatabase()

async function createBoard(count: number) {
  const ada = await makeWorkspace()
  const bob = await makePerson(ada)
  const project = await makeProject(ada)
  const ids: Id[] = []
  for (let i = 0; i < count; i++) {
    ids.push(
      await project.createTask({
        title: i % 2 ? `Odd number ${i}` : `Even number ${i}`,
        taskType: i % 3 ? 'task' : 'bug',
        labels: i % 5 ? ['api'] : ['api', 'core'],
        assignees: i % 4 ? [] : [bob.personId],
        statusId: i % 10 ? 'todo' : 'done',
      }),
    )
  }
  const scope = await projectScope(ada, project.projectId)
  return { ada, bob, project, scope, ids }
}

test('a board opens with exact counts and the first cards of each column at its seq', async () => {
  const { scope, project, ids, bob } = await createBoard(80)
  const open = await loadBoard(scope)
  expect(open.seq).toBe(81)
  const counts = open.project.statuses.map(({ id, taskCount }) => [id, taskCount])
  expect(counts).toEqual([
    ['todo', 72],
    ['in-progress', 0],
    ['review', 0],
    ['done', 8],
  ])
  expect(open.columns.map((c) => [c.statusId, c.cards.length, c.complete])).toEqual([
    ['todo', 30, false],
    ['in-progress', 0, true],
    ['review', 0, true],
    ['done', 8, true],
  ])
  const todo = ids.filter((_, i) => i % 10)
  expect(open.columns[0]?.cards.map((card) => card.id)).toEqual(todo.slice(0, 30))
  expect(open.columns[0]?.cards[0]).not.toHaveProperty('description')
  expect(open.people.map((person) => person.id)).toContain(bob.personId)
  await project.createTask()
  expect((await loadEventsSince(scope, open.seq)).events.map((event) => event.seq)).toEqual([82])
})

test('further pages continue without a gap and end', async () => {
  const { scope, ids } = await createBoard(120)
  const todo = ids.filter((_, i) => i % 10)
  const open = await loadBoard(scope)
  const found: Card[] = [...(open.columns[0]?.cards ?? [])]
  for (let complete = false; !complete; ) {
    const last = found.at(-1)
    const page = await loadColumnPage(scope, 'todo', last ?? null)
    found.push(...page.cards)
    complete = page.complete
  }
  expect(found.map((card) => card.id)).toEqual(todo)
})

const filters: [string, (bob: Id) => BoardFilter][] = [
  ['part of a title', () => ({ text: 'odd NUM' })],
  ['a character with a meaning in patterns', () => ({ text: '%' })],
  ['an assignee', (bob) => ({ assignees: [bob] })],
  ['no assignee', () => ({ assignees: ['none'] })],
  ['an assignee or none', (bob) => ({ assignees: [bob, 'none'] })],
  ['a label', () => ({ labels: ['core', 'unheard of'] })],
  ['a type', () => ({ type: ['bug', 'epic'] })],
  [
    'all criteria together',
    (bob) => ({ text: 'even', assignees: [bob], labels: ['core'], type: ['bug'] }),
  ],
]

test.for(filters)('the server and the browser agree on the tasks that match %s', async ([, of]) => {
  const { scope, ids, bob } = await createBoard(80)
  const filter = of(bob.personId)
  const all = (await loadCards(scope, ids)).cards
  const data = await loadFilteredBoard(scope, filter)
  for (const { statusId, cards: first, count, complete } of data.columns) {
    const expected = all
      .filter((card) => card.statusId === statusId && matchesFilter(card, filter, scope.projectKey))
      .sort((a, b) => (a.rank < b.rank ? -1 : 1))
      .map((card) => card.id)
    const more = complete
      ? []
      : (await loadFilteredColumnPage(scope, statusId, first.at(-1) ?? null, filter)).cards
    expect([...first, ...more].map((card) => card.id)).toEqual(expected)
    expect(count).toBe(expected.length)
  }
})

test('a task is found by its key', async () => {
  const { scope } = await createBoard(12)
  const data = await loadFilteredBoard(scope, { text: `${scope.projectKey.toLowerCase()}-12` })
  const found = data.columns.flatMap((column) => column.cards)
  expect(found.map((card) => card.number)).toEqual([12])
})

test('archived tasks are on no board, and other projects cannot see them', async () => {
  const { project, scope, ids, ada } = await createBoard(3)
  const [gone = ''] = ids
  await project.send({ type: 'task.archive', taskId: gone, baseVersion: 1 })
  const open = await loadBoard(scope)
  expect(open.columns.flatMap((c) => c.cards.map((card) => card.id))).not.toContain(gone)
  const elsewhere = await projectScope(ada, (await makeProject(ada)).projectId)
  expect((await loadCards(elsewhere, ids)).cards).toEqual([])
})
