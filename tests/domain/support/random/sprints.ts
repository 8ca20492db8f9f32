import { type Scene, sprintOf, type Wishes } from './scene'

const on = ({ world, baseVersion, pick: [a] }: Scene) => ({
  baseVersion,
  sprintId: sprintOf(world, a),
})
const day = (n: number) => `2031-01-${String(1 + (n % 28)).padStart(2, '0')}`

/** Commands about sprints. */
export const SPRINTS: Wishes<
  | 'sprint.create'
  | 'sprint.edit'
  | 'sprint.move'
  | 'sprint.start'
  | 'sprint.complete'
  | 'sprint.reopen'
  | 'sprint.remove'
  | 'sprint.capacity'
> = {
  'sprint.create': ({ baseVersion, pick: [a] }) => ({
    type: 'sprint.create',
    baseVersion,
    sprintId: `sprint${a % 6}`,
    name: 'Sprint',
  }),
  'sprint.edit': (scene) => {
    const [, b, c] = scene.pick
    const set = b % 2 ? { name: `N${c % 3}` } : { endDate: day(c) }
    return { type: 'sprint.edit', ...on(scene), set }
  },
  'sprint.move': (scene) => {
    const [, b, c] = scene.pick
    return { type: 'sprint.move', ...on(scene), before: b % 3 ? sprintOf(scene.world, c) : null }
  },
  'sprint.start': (scene) => {
    const [, b, c] = scene.pick
    return { type: 'sprint.start', ...on(scene), startDate: day(b % 4), endDate: day(b + c) }
  },
  'sprint.complete': (scene) => {
    const [, b, c] = scene.pick
    return { type: 'sprint.complete', ...on(scene), rest: b % 2 ? sprintOf(scene.world, c) : null }
  },
  'sprint.reopen': (scene) => ({ type: 'sprint.reopen', ...on(scene) }),
  'sprint.remove': (scene) => ({ type: 'sprint.remove', ...on(scene) }),
  'sprint.capacity': (scene) => {
    const [, b, c] = scene.pick
    const capacity = c % 3 ? { hoursPerDay: c % 9, daysOff: [day(b)] } : null
    const personId = b % 2 ? 'ann' : 'ben'
    return { type: 'sprint.capacity', ...on(scene), personId, capacity }
  },
}
