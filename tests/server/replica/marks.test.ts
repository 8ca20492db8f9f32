import { expect, test } from 'vitest'
import { MarkDesk } from '@/app/_client/marks/desk'
import { touched } from '@/app/_client/marks/touched'
import { marks } from '@/server/queries/marks'
import { testDatabase } from '@/tests/support/database'
import { makeWorkspace } from '@/tests/support/people'
import { makeProject } from '@/tests/support/project'
import { openWindow, projectScope } from '@/tests/support/replica'

await testDatabase()

/** More than a column opens with, so that what comes behind them is not known to a window. */
const MANY = 40

test('what is said of an epic is asked again when the epic, unknown here, or its part changes', async () => {
  const ada = await makeWorkspace()
  const project = await makeProject(ada)
  for (let i = 0; i < MANY; i++) await project.createTask()
  const epic = await project.createTask({ taskType: 'epic', title: 'Checkout' })
  const other = await project.createTask({ taskType: 'epic', title: 'Search' })
  const child = await project.createTask({ parentId: epic })
  const lone = await project.createTask()
  const scope = await projectScope(ada, project.projectId)
  const store = await openWindow(ada, project.projectId)
  const desk = new MarkDesk(store)
  const ask = async () => {
    const found = await marks(scope, [child, lone, epic, other])
    desk.marks.clear()
    for (const [id, mark] of Object.entries(found.marks)) desk.marks.set(id, mark)
  }
  await ask()
  expect(store.screen.cards.has(epic)).toBe(false)
  expect(desk.marks.get(child)?.parent).toMatchObject({ id: epic, title: 'Checkout' })

  const heard: string[] = []
  store.events.add((events) => {
    for (const event of events) heard.push(...touched(desk, event))
  })
  /** The cards that are asked about again because of what was just done. */
  const after = async (act: Promise<unknown>) => {
    await act
    heard.length = 0
    const { seq } = await marks(scope, [])
    store.refresh()
    await expect.poll(() => store.screen.seq).toBe(seq)
    return new Set(heard)
  }
  const rename = { taskId: epic, baseVersion: 1, set: { title: 'Till' } }
  const renamed = await after(project.send({ type: 'task.edit', ...rename }))
  expect(renamed).toContain(child)
  expect(renamed).not.toContain(lone)

  const nest = { type: 'task.nest', taskId: child, baseVersion: 1, parentId: other } as const
  const nested = await after(project.send(nest))
  for (const id of [child, epic, other]) expect(nested).toContain(id)
  await ask()
  expect(desk.marks.get(child)?.parent?.title).toBe('Search')

  const done = await after(project.move(child, 2, 'done'))
  expect(done).toContain(other)
  const made = await after(project.createTask({ parentId: epic }))
  expect(made).toContain(epic)
})
