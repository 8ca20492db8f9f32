import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { given } from '../support/given'
import { holdsAfter, holdsForLog } from '../support/invariants'
import { wishOf } from '../support/random'
import { type Step, step } from '../support/random/step'

/** Set RUNS for a longer search. */
const RUNS = Number(process.env.RUNS ?? 60)
const TIMEOUT = 60_000 + RUNS * 200

function run(steps: Step[]) {
  const world = given()
  for (const taskId of ['t0', 't1', 't2']) world.task({ taskId, description: 'x\n\ny' })
  const ends = steps.map((each) => {
    const { project } = world.folded
    const end = world.send(each.who, wishOf(each, world), {
      client: `${each.who}'s ${each.client}`,
    })
    holdsAfter(world, end)
    if (end.outcome === 'conflict') expect(world.folded.project).toBe(project)
    return end
  })
  return { world, ends }
}

describe('random commands from several windows with stale bases', { timeout: TIMEOUT }, () => {
  it('leave a project whole, whatever they come to', () => {
    const seen = new Map<string, number>()
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 60 }), (steps) => {
        const { world, ends } = run(steps)
        holdsForLog(world)
        for (const { outcome } of ends) seen.set(outcome, (seen.get(outcome) ?? 0) + 1)
      }),
      { numRuns: RUNS },
    )
    expect([...seen.keys()].sort()).toEqual([
      'applied',
      'conflict',
      'merged',
      'refused',
      'unchanged',
    ])
  })

  it('are told what they missed when they conflict, and who did it', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 40 }), (steps) => {
        const { world, ends } = run(steps)
        for (const { conflict, missed, events } of ends) {
          if (!conflict) continue
          expect(world.folded.conflicts.get(conflict.id)).toMatchObject({ id: conflict.id })
          expect(missed.map((e) => e.seq)).toEqual(expect.arrayContaining(conflict.missed))
          for (const { by, base, theirs, mine } of conflict.fields) {
            expect(missed.some((e) => e.actor === by)).toBe(true)
            expect(theirs).not.toEqual(mine)
            expect(theirs).not.toEqual(base)
          }
          expect(events[0]?.type).toBe('conflict.found')
        }
      }),
      { numRuns: RUNS },
    )
  })
})
