import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { EventType } from '@/domain/events'
import { given, type World } from '../support/given'
import { holdsAfter, holdsForLog } from '../support/invariants'
import type { Ended } from '../support/log'
import { wishOf } from '../support/random'
import { type Kind, type Step, step } from '../support/random/step'

/** Set RUNS for a longer search. */
const RUNS = Number(process.env.RUNS ?? 60)
const TIMEOUT = 60_000 + RUNS * 200

const KINDS: Kind[] = [
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
  'command.undo',
  'command.undo',
  'command.undo',
]
const steps = fc.array(
  fc.tuple(step, fc.constantFrom(...KINDS)).map(([each, kind]): Step => ({ ...each, kind })),
  { minLength: 30, maxLength: 50 },
)

/** All that can be taken back and done again. A place may have been taken meanwhile. */
function rows({ folded: { project, tasks } }: World) {
  const there = <T extends { removedAt: unknown }>(all: readonly T[] = []) =>
    all.map((each) => ({ ...each, removedAt: each.removedAt !== null, transitionsSince: null }))
  return {
    components: there(project?.components),
    fixVersions: there(project?.fixVersions),
    statuses: there(project?.statuses),
    tasks: [...tasks.values()].map(
      ({ version: _, updatedAt: __, rank: ___, archivedAt, ...task }) => {
        return { ...task, archivedAt: archivedAt !== null }
      },
    ),
  }
}

/** What comes so often that no search misses it. */
const WANTED: EventType[] = ['component.restored', 'version.restored']

it('takes back and does again all that admins do to the project', { timeout: TIMEOUT }, () => {
  const seen = new Set<EventType>()
  const send = (world: World, each: Step) => {
    const end = world.send(each.who, wishOf(each, world), { client: each.client })
    return checked(world, end)
  }
  const checked = (world: World, end: Ended) => {
    holdsAfter(world, end)
    for (const { type } of end.events) seen.add(type)
    return end
  }
  fc.assert(
    fc.property(steps, (all) => {
      const world = given()
      for (const taskId of ['t0', 't1', 't2']) world.task({ taskId })
      // All that there can be, so that many of the removals to come find something.
      for (const n of [0, 1, 2, 3]) {
        world.send('ann', { type: 'component.add', componentId: `c${n}`, name: `C${n}` })
        world.send('ann', { type: 'version.add', versionId: `v${n}`, name: `V${n}` })
      }
      for (const each of all) {
        const before = rows(world)
        const end = send(world, each)
        if (each.kind !== 'command.undo' || end.events.length === 0) continue
        // Done again at once, it is as if nothing had been taken back.
        const again = world.send('ann', { type: 'command.undo', undoes: end.commandId })
        expect([again.refusal, checked(world, again).outcome]).toEqual([undefined, 'applied'])
        expect(rows(world)).toEqual(before)
      }
      holdsForLog(world)
    }),
    { numRuns: RUNS },
  )
  expect(WANTED.filter((type) => !seen.has(type))).toEqual([])
})
