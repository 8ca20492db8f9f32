import { v7 as newId } from 'uuid'
import type { FixtureIds } from '../workspaceFixture'
import {
  commandInput,
  type ProcedureAccess,
  projectCommandInput,
  projectInput,
} from './procedureAccess'

const sprintInput = (ids: FixtureIds) => ({ ...projectInput(ids), sprintId: ids.sprintId })
const sprintCommandInput = (ids: FixtureIds) => ({
  ...projectCommandInput(ids),
  sprintId: ids.sprintId,
})

/** Procedures of sprints and planning. */
export const sprintProcedures: Record<string, ProcedureAccess> = {
  'project.setParallelSprints': {
    allowed: 'admin',
    input: (ids) => ({ ...projectCommandInput(ids), parallel: false }),
  },
  'task.plan': {
    allowed: 'member',
    input: (ids) => ({
      ...commandInput(ids),
      tasks: [{ taskId: ids.taskId, baseVersion: 2 }],
      sprintId: ids.sprintId,
      position: { end: 'top' },
    }),
  },
  'sprint.list': { allowed: 'viewer', input: projectInput },
  'sprint.get': { allowed: 'viewer', input: sprintInput },
  'sprint.contents': { allowed: 'viewer', input: sprintInput },
  'sprint.workload': { allowed: 'viewer', input: sprintInput },
  'sprint.nextName': { allowed: 'viewer', input: projectInput },
  'sprint.create': {
    allowed: 'member',
    input: (ids) => ({ ...projectCommandInput(ids), sprintId: newId(), name: 'One more' }),
  },
  'sprint.edit': {
    allowed: 'member',
    input: (ids) => ({ ...sprintCommandInput(ids), set: { goal: 'Ship' } }),
  },
  'sprint.move': {
    allowed: 'member',
    input: (ids) => ({ ...sprintCommandInput(ids), before: ids.sprintId }),
  },
  'sprint.start': {
    allowed: 'member',
    input: (ids) => ({
      ...sprintCommandInput(ids),
      startDate: '2031-01-01',
      endDate: '2031-01-14',
    }),
  },
  'sprint.complete': {
    allowed: 'member',
    input: (ids) => ({
      ...sprintCommandInput(ids),
      sprintId: ids.runningId,
      defaultDestination: null,
    }),
  },
  'sprint.reopen': {
    allowed: 'member',
    input: (ids) => ({ ...sprintCommandInput(ids), sprintId: ids.runningId }),
  },
  'sprint.remove': { allowed: 'member', input: sprintCommandInput },
  'sprint.setCapacity': {
    allowed: 'member',
    input: (ids) => ({
      ...sprintCommandInput(ids),
      personId: ids.personId,
      capacity: { hoursPerDay: 6, daysOff: [] },
    }),
  },
}
