import { describe, expect, it } from 'vitest'
import { COMMAND_INPUTS } from '@/server/trpc/inputs/commandInputs'

const [one, two] = [
  '0190c2a0-0000-7000-8000-000000000001',
  '0190c2a0-0000-7000-8000-000000000002',
] as const

describe('inputs with several tasks', () => {
  const clone = { taskId: one, statusId: 'todo', position: {} }
  const complete = { baseVersion: 1, sprintId: one, defaultDestination: null }
  const refs = (...ids: string[]) => ids.map((taskId) => ({ taskId, baseVersion: 1 }))

  it.each([
    ['task.clone', { ...clone, copies: [{ from: one, to: two }] }, true],
    [
      'task.clone',
      {
        ...clone,
        copies: [
          { from: one, to: two },
          { from: two, to: two.toUpperCase() },
        ],
      },
      false,
    ],
    [
      'task.clone',
      {
        ...clone,
        copies: [
          { from: one, to: one },
          { from: one, to: two },
        ],
      },
      false,
    ],
    ['task.plan', { tasks: refs(one, two), sprintId: null, position: {} }, true],
    ['task.plan', { tasks: refs(one, one), sprintId: null, position: {} }, false],
    ['task.bulk', { tasks: refs(one, one), change: { archive: true } }, false],
    ['sprint.complete', { ...complete, destinations: [{ taskId: one, to: null }] }, true],
    [
      'sprint.complete',
      {
        ...complete,
        destinations: [
          { taskId: one, to: null },
          { taskId: one, to: two },
        ],
      },
      false,
    ],
  ] as const)('%s names no task twice (case %#)', (type, input, isValid) => {
    const { success, error } = COMMAND_INPUTS[type].safeParse(input)
    expect([success, error?.issues[0]?.message]).toEqual([
      isValid,
      isValid ? undefined : 'Names a task twice.',
    ])
  })
})
