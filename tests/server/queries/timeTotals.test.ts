import { v7 as newId } from 'uuid'
import { expect, it } from 'vitest'
import { authorizeProjectById } from '@/server/access/authorize'
import { loadTimeTotals, type TimeTotalsSubject } from '@/server/queries/timeTotals'
import { makeProject } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'
import { makeWorkspace } from '../../support/people'

const { owner } = await testDatabase()
const ann = await makeWorkspace()

it('logged and remaining time is summed for a task with its descendants, a sprint and a version', async () => {
  const mine = await makeProject(ann)
  const scope = await authorizeProjectById(ann.account, mine.projectId)
  if (!scope) throw new Error('not let in')
  const [sprintId, versionId] = [newId(), newId()]
  const task = async (parent: string | null, spent: number, left: number | null, also = {}) => {
    const id = await mine.createTask()
    await owner`
      update task set ${owner({
        parent_id: parent,
        time_spent: spent,
        remaining_estimate: left,
        original_estimate: left,
        ...also,
      })} where id = ${id}`
    return id
  }
  const epic = await task(null, 100, 1_000)
  const story = await task(epic, 10, 100, { sprint_id: sprintId, fix_versions: [versionId] })
  await task(story, 1, 10, { fix_versions: [versionId] })
  await task(epic, 5, 50, { archived_at: '2031-01-01' })
  await task(null, 7_000, 7_000)
  const totals = (whole: TimeTotalsSubject) => loadTimeTotals(scope, whole)
  expect(await totals({ taskId: epic })).toEqual({
    own: { spent: 100, remaining: 1_000, original: 1_000, tasks: 1 },
    all: { spent: 116, remaining: 1_110, original: 1_160, tasks: 4 },
  })
  expect((await totals({ sprintId })).all).toMatchObject({ spent: 11, remaining: 110, tasks: 2 })
  expect((await totals({ versionId })).all).toMatchObject({ spent: 11, remaining: 110, tasks: 2 })
  expect((await totals({ taskId: newId() })).all).toMatchObject({ spent: 0, tasks: 0 })
})
