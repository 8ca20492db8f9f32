import { v7 as newId } from 'uuid'
import {
  type ProcedureAccess,
  projectInput,
  taskCommandInput,
  workspaceInput,
} from './procedureAccess'

const worklog = { seconds: 3_600, startedAt: '2031-01-01T09:00:00.000Z', note: 'Thinking' }

/** Procedures of working hours, worklogs, the timer and timesheets. */
export const timeProcedures: Record<string, ProcedureAccess> = {
  'time.settings': { allowed: 'viewer', input: workspaceInput },
  'time.changeSettings': {
    allowed: 'admin',
    input: (ids) => ({ ...workspaceInput(ids), set: { hoursPerDay: 7.5 } }),
  },
  'time.setTimeZone': {
    allowed: 'member',
    input: (ids) => ({ ...workspaceInput(ids), timeZone: 'Asia/Kolkata', first: true }),
  },
  'time.totals': {
    allowed: 'viewer',
    input: (ids) => ({ ...projectInput(ids), of: { taskId: ids.taskId } }),
  },
  'time.timer': { allowed: 'viewer', input: workspaceInput },
  'time.startTimer': {
    allowed: 'member',
    input: (ids) => ({ ...projectInput(ids), taskId: ids.taskId, replacedStart: null }),
  },
  'time.stopTimer': {
    allowed: 'member',
    input: (ids) => ({ ...workspaceInput(ids), startedAt: '2031-01-01T09:00:00.000Z' }),
  },
  'time.timesheet': {
    allowed: 'admin',
    input: (ids) => ({
      ...workspaceInput(ids),
      of: 'everybody',
      days: { from: '2031-01-01', to: '2031-01-07' },
    }),
  },
  'time.timesheetTasks': {
    allowed: 'viewer',
    input: (ids) => ({ ...workspaceInput(ids), ids: [ids.taskId] }),
  },
  'worklog.add': {
    allowed: 'member',
    input: (ids) => ({
      ...taskCommandInput(ids),
      worklogId: newId(),
      ...worklog,
      remaining: 'auto',
    }),
  },
  'worklog.edit': {
    allowed: 'member',
    actor: 'admin',
    input: (ids) => ({ ...taskCommandInput(ids), worklogId: ids.worklogId, set: { seconds: 60 } }),
  },
  'worklog.delete': {
    allowed: 'member',
    actor: 'admin',
    input: (ids) => ({ ...taskCommandInput(ids), worklogId: ids.worklogId }),
  },
}
