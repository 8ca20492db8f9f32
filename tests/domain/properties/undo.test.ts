import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { EventType } from '@/domain/events'
import { propertyRuns } from '@/tests/support/propertyRuns'
import { expectInvariantsAfter, expectLogInvariants } from '../support/invariants'
import { randomCommandFor } from '../support/random/randomCommand'
import { type CommandStep, type RandomCommandType, step } from '../support/random/step'
import type { SendResult } from '../support/testLog'
import { createTestProject, type TestProject } from '../support/testProject'

const RUNS = propertyRuns(60)
const TIMEOUT = 60_000 + RUNS.numRuns * 200

const COMMAND_TYPES: RandomCommandType[] = [
  'component.add',
  'component.edit',
  'component.remove',
  'version.add',
  'version.edit',
  'version.release',
  'version.remove',
  'status.add',
  'status.add',
  'status.remove',
  'status.remove',
  'status.remove',
  'workflow.change',
  'task.edit',
  'task.edit',
  'task.move',
  'task.archive',
  'task.plan',
  'sprint.create',
  'sprint.edit',
  'sprint.start',
  'sprint.complete',
  'sprint.complete',
  'sprint.remove',
  'command.undo',
  'command.undo',
  'command.undo',
]
const steps = fc.array(
  fc
    .tuple(step, fc.constantFrom(...COMMAND_TYPES))
    .map(([each, kind]): CommandStep => ({ ...each, kind })),
  { minLength: 30, maxLength: 50 },
)

/**
 * Returns everything that undo restores. Ranks are left out, because they may have been taken in
 * the meantime.
 */
function comparableRows({ projectState: { project, tasks } }: TestProject) {
  const there = <T extends { removedAt: unknown }>(all: readonly T[] = []) =>
    all.map((each) => ({ ...each, removedAt: each.removedAt !== null, transitionsChangedAt: null }))
  return {
    components: there(project?.components),
    fixVersions: there(project?.versions),
    statuses: there(project?.statuses),
    sprints: project?.sprints.map(({ completedAt, removedAt, ...sprint }) => {
      return { ...sprint, isCompleted: completedAt !== null, isRemoved: removedAt !== null }
    }),
    tasks: [...tasks.values()].map(
      ({ version: _, updatedAt: __, rank: ___, archivedAt, ...task }) => {
        return { ...task, archivedAt: archivedAt !== null }
      },
    ),
  }
}

/** Events that are frequent enough to occur in every search. */
const EXPECTED_EVENTS: EventType[] = ['component.restored', 'version.restored']

it('random changes of a project can be undone and redone', { timeout: TIMEOUT }, () => {
  const seen = new Set<EventType>()
  const send = (testProject: TestProject, each: CommandStep) => {
    const end = testProject.send(each.who, randomCommandFor(each, testProject), {
      client: each.client,
    })
    return checked(testProject, end)
  }
  const checked = (testProject: TestProject, end: SendResult) => {
    expectInvariantsAfter(testProject, end)
    for (const { type } of end.events) seen.add(type)
    return end
  }
  fc.assert(
    fc.property(steps, (all) => {
      const testProject = createTestProject()
      for (const taskId of ['t0', 't1', 't2']) testProject.task({ taskId })
      // Adds every component and version, so that many of the later removals find one.
      for (const n of [0, 1, 2, 3]) {
        testProject.send('ann', { type: 'component.add', componentId: `c${n}`, name: `C${n}` })
        testProject.send('ann', { type: 'version.add', versionId: `v${n}`, name: `V${n}` })
      }
      for (const each of all) {
        const before = comparableRows(testProject)
        const end = send(testProject, each)
        if (each.kind !== 'command.undo' || end.events.length === 0) continue
        // Undoing the undo at once restores the state before it.
        const again = testProject.send('ann', {
          type: 'command.undo',
          undoneCommandId: end.commandId,
        })
        expect([again.rejection, checked(testProject, again).outcome]).toEqual([
          undefined,
          'applied',
        ])
        expect(comparableRows(testProject)).toEqual(before)
      }
      expectLogInvariants(testProject)
    }),
    RUNS,
  )
  expect(EXPECTED_EVENTS.filter((type) => !seen.has(type))).toEqual([])
})
