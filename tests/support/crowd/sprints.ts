import { v7 as newId } from 'uuid'
import { onSprint, onTask, pick, sprintOf, tasksOf, versionOf, type Wish } from './wish'

/** What somebody may want of sprints, and of what is planned into them. */
export const SPRINTS = {
  plan: onTask(({ taskId, baseVersion }, view, { a, b }) => {
    const others = tasksOf(view).slice(b % 7, (b % 7) + (a % 3))
    const tasks = [
      { taskId, baseVersion },
      ...others
        .filter((task) => task.id !== taskId)
        .map((task) => ({ taskId: task.id, baseVersion: task.version })),
    ]
    const place = b % 3 ? { after: pick(tasksOf(view), b)?.id } : { end: 'top' as const }
    return { type: 'task.plan', tasks, sprintId: a % 3 ? sprintOf(view, b) : null, place }
  }),
  sprint: (view, { word }) => ({
    type: 'sprint.create',
    baseVersion: versionOf(view),
    sprintId: newId(),
    name: word,
  }),
  start: onSprint((on) => ({
    type: 'sprint.start',
    ...on,
    startDate: '2031-01-01',
    endDate: '2031-01-14',
  })),
  complete: onSprint((on, view, { b }) => {
    const rest = b % 2 ? sprintOf(view, b) : null
    return { type: 'sprint.complete', ...on, rest: rest === on.sprintId ? null : rest }
  }),
  reopen: onSprint((on) => ({ type: 'sprint.reopen', ...on })),
  unsprint: onSprint((on) => ({ type: 'sprint.remove', ...on })),
  replan: onSprint((on, _, { b, word }) => ({
    type: 'sprint.edit',
    ...on,
    set: b % 2 ? { goal: word } : { name: word, endDate: `2031-01-${14 + (b % 9)}` },
  })),
  shuffle: onSprint((on, view, { b }) => ({
    type: 'sprint.move',
    ...on,
    before: b % 3 ? sprintOf(view, b) : null,
  })),
  capacity: (view, { a, b }, me) => {
    const sprintId = sprintOf(view, a)
    const capacity = b % 4 ? { hoursPerDay: b % 9, daysOff: ['2031-01-02'] } : null
    const baseVersion = versionOf(view)
    if (!sprintId) return null
    return { type: 'sprint.capacity', baseVersion, sprintId, personId: me, capacity }
  },
  parallel: (view, { b }) => ({
    type: 'project.sprints',
    baseVersion: versionOf(view),
    parallel: b % 2 === 0,
  }),
} satisfies Record<string, Wish>
