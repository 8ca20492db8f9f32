import { v7 as newId } from 'uuid'
import {
  forSprint,
  forTask,
  pickNth,
  pickSprint,
  projectVersion,
  type RandomCommand,
  visibleTasks,
} from './randomCommand'

/** Random commands about sprints and the tasks planned in them. */
export const SPRINT_COMMANDS = {
  plan: forTask(({ taskId, baseVersion }, view, { first, second }) => {
    const others = visibleTasks(view).slice(second % 7, (second % 7) + (first % 3))
    const tasks = [
      { taskId, baseVersion },
      ...others
        .filter((task) => task.id !== taskId)
        .map((task) => ({ taskId: task.id, baseVersion: task.version })),
    ]
    const position =
      second % 3 ? { after: pickNth(visibleTasks(view), second)?.id } : { end: 'top' as const }
    return {
      type: 'task.plan',
      tasks,
      sprintId: first % 3 ? pickSprint(view, second) : null,
      position,
    }
  }),
  createSprint: (view, { text }) => ({
    type: 'sprint.create',
    baseVersion: projectVersion(view),
    sprintId: newId(),
    name: text,
  }),
  start: forSprint((on) => ({
    type: 'sprint.start',
    ...on,
    startDate: '2031-01-01',
    endDate: '2031-01-14',
  })),
  complete: forSprint((on, view, { second }) => {
    const destination = second % 2 ? pickSprint(view, second) : null
    return {
      type: 'sprint.complete',
      ...on,
      defaultDestination: destination === on.sprintId ? null : destination,
    }
  }),
  reopen: forSprint((on) => ({ type: 'sprint.reopen', ...on })),
  removeSprint: forSprint((on) => ({ type: 'sprint.remove', ...on })),
  editSprint: forSprint((on, _, { second, text }) => ({
    type: 'sprint.edit',
    ...on,
    set: second % 2 ? { goal: text } : { name: text, endDate: `2031-01-${14 + (second % 9)}` },
  })),
  moveSprint: forSprint((on, view, { second }) => ({
    type: 'sprint.move',
    ...on,
    before: second % 3 ? pickSprint(view, second) : null,
  })),
  setCapacity: (view, { first, second }, me) => {
    const sprintId = pickSprint(view, first)
    const capacity = second % 4 ? { hoursPerDay: second % 9, daysOff: ['2031-01-02'] } : null
    const baseVersion = projectVersion(view)
    if (!sprintId) return null
    return { type: 'sprint.setCapacity', baseVersion, sprintId, personId: me, capacity }
  },
  setParallelSprints: (view, { second }) => ({
    type: 'project.setParallelSprints',
    baseVersion: projectVersion(view),
    parallel: second % 2 === 0,
  }),
} satisfies Record<string, RandomCommand>
