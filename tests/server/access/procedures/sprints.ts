import { v7 as newId } from 'uuid'
import type { Ids } from '../world'
import { command, type Entry, inProject, onProject } from './entry'

const ofSprint = (ids: Ids) => ({ ...inProject(ids), sprintId: ids.sprintId })
const onSprint = (ids: Ids) => ({ ...onProject(ids), sprintId: ids.sprintId })

/** Sprints, and what is planned into them. */
export const sprints: Record<string, Entry> = {
  'project.sprints': { for: 'admin', input: (ids) => ({ ...onProject(ids), parallel: false }) },
  'task.plan': {
    for: 'member',
    input: (ids) => ({
      ...command(ids),
      tasks: [{ taskId: ids.taskId, baseVersion: 2 }],
      sprintId: ids.sprintId,
      place: { end: 'top' },
    }),
  },
  'sprint.list': { for: 'viewer', input: (ids) => ({ ...inProject(ids), before: null }) },
  'sprint.counted': { for: 'viewer', input: ofSprint },
  'sprint.contents': { for: 'viewer', input: ofSprint },
  'sprint.load': { for: 'viewer', input: ofSprint },
  'sprint.nextName': { for: 'viewer', input: inProject },
  'sprint.create': {
    for: 'member',
    input: (ids) => ({ ...onProject(ids), sprintId: newId(), name: 'One more' }),
  },
  'sprint.edit': { for: 'member', input: (ids) => ({ ...onSprint(ids), set: { goal: 'Ship' } }) },
  'sprint.move': { for: 'member', input: (ids) => ({ ...onSprint(ids), before: ids.sprintId }) },
  'sprint.start': {
    for: 'member',
    input: (ids) => ({ ...onSprint(ids), startDate: '2031-01-01', endDate: '2031-01-14' }),
  },
  'sprint.complete': {
    for: 'member',
    input: (ids) => ({ ...onSprint(ids), sprintId: ids.runningId, rest: null }),
  },
  'sprint.reopen': {
    for: 'member',
    input: (ids) => ({ ...onSprint(ids), sprintId: ids.runningId }),
  },
  'sprint.remove': { for: 'member', input: onSprint },
  'sprint.capacity': {
    for: 'member',
    input: (ids) => ({
      ...onSprint(ids),
      personId: ids.personId,
      capacity: { hoursPerDay: 6, daysOff: [] },
    }),
  },
}
