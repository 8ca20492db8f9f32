import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { propertyRuns } from '@/tests/support/propertyRuns'
import { createTestProject } from '../support/testProject'

const moves = fc.array(
  fc.record({
    who: fc.constantFrom('ann', 'ben', 'cleo'),
    task: fc.nat(7),
    other: fc.nat(7),
    side: fc.constantFrom('after' as const, 'before' as const),
    behind: fc.nat(3),
  }),
  { maxLength: 40 },
)

describe('random moves within a column', { timeout: 60_000 }, () => {
  it('every moved task ends directly beside the requested neighbour', () => {
    fc.assert(
      fc.property(moves, (steps) => {
        const testProject = createTestProject()
        const ids = Array.from({ length: 8 }, () => testProject.task())
        for (const { who, task, other, side, behind } of steps) {
          const taskId = ids[task] ?? ''
          const neighbour = ids[other] ?? ''
          if (task === other) continue
          const baseVersion = Math.max(1, testProject.taskById(taskId).version - behind)
          const position = { [side]: neighbour }
          testProject.send(who, {
            type: 'task.move',
            taskId,
            statusId: 'todo',
            position,
            baseVersion,
          })
          const column = testProject.column('todo')
          const distance = column.indexOf(taskId) - column.indexOf(neighbour)
          expect(distance).toBe(side === 'after' ? 1 : -1)
          expect([...column].sort()).toEqual([...ids].sort())
        }
      }),
      propertyRuns(),
    )
  })
})
