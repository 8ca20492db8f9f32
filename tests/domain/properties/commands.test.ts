import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { propertyRuns } from '@/tests/support/propertyRuns'
import { expectInvariantsAfter, expectLogInvariants } from '../support/invariants'
import { randomCommandFor } from '../support/random/randomCommand'
import { type CommandStep, step } from '../support/random/step'
import { createTestProject } from '../support/testProject'

const RUNS = propertyRuns(60)
const TIMEOUT = 60_000 + RUNS.numRuns * 200

function runSteps(steps: CommandStep[]) {
  const testProject = createTestProject()
  for (const taskId of ['t0', 't1', 't2']) testProject.task({ taskId, description: 'x\n\ny' })
  const ends = steps.map((each) => {
    const { project } = testProject.projectState
    const end = testProject.send(each.who, randomCommandFor(each, testProject), {
      client: `${each.who}'s ${each.client}`,
    })
    expectInvariantsAfter(testProject, end)
    if (end.outcome === 'conflict') expect(testProject.projectState.project).toBe(project)
    return end
  })
  return { testProject, ends }
}

describe('random commands from several windows with old base versions', {
  timeout: TIMEOUT,
}, () => {
  it('the project stays consistent after every outcome', () => {
    const seen = new Map<string, number>()
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 60 }), (steps) => {
        const { testProject, ends } = runSteps(steps)
        expectLogInvariants(testProject)
        for (const { outcome } of ends) seen.set(outcome, (seen.get(outcome) ?? 0) + 1)
      }),
      RUNS,
    )
    expect([...seen.keys()].sort()).toEqual([
      'applied',
      'conflict',
      'merged',
      'rejected',
      'unchanged',
    ])
  })

  it('every conflict lists the concurrent events and their authors', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 40 }), (steps) => {
        const { testProject, ends } = runSteps(steps)
        for (const { conflict, concurrentEvents, events } of ends) {
          if (!conflict) continue
          expect(testProject.projectState.conflicts.get(conflict.id)).toMatchObject({
            id: conflict.id,
          })
          expect(concurrentEvents.map((e) => e.seq)).toEqual(
            expect.arrayContaining(conflict.concurrentSeqs),
          )
          for (const { by, base, theirs, mine } of conflict.fields) {
            expect(concurrentEvents.some((e) => e.actor === by)).toBe(true)
            expect(theirs).not.toEqual(mine)
            expect(theirs).not.toEqual(base)
          }
          expect(events[0]?.type).toBe('conflict.detected')
        }
      }),
      RUNS,
    )
  })
})
