import { expect, test } from 'vitest'
import { draftForRetry } from '@/app/_replica/store/commandDraft'
import type { Command } from '@/domain/commands'

test('a command that is retried has none of the versions that it was based on before', () => {
  const tasks = [{ taskId: 'a', baseVersion: 3 }]
  const commands: Command[] = [
    { type: 'task.plan', tasks, sprintId: null, position: { end: 'top' } },
    { type: 'task.bulk', tasks, change: { set: { priority: 1 } } },
    { type: 'task.edit', taskId: 'a', baseVersion: 3, set: { priority: 1 } },
  ]
  const [plan, bulk, edit] = commands.map(draftForRetry)
  expect(plan).toMatchObject({ type: 'task.plan', tasks: [{ taskId: 'a' }] })
  expect(bulk).toMatchObject({ type: 'task.bulk', tasks: [{ taskId: 'a' }] })
  expect(edit).toMatchObject({ type: 'task.edit', set: { priority: 1 } })
  expect(JSON.stringify([plan, bulk, edit])).not.toContain('baseVersion')
})
