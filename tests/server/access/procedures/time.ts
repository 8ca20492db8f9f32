import { v7 as newId } from 'uuid'
import { type Entry, inProject, inWorkspace, onTask } from './entry'

const worklog = { seconds: 3_600, startedAt: '2031-01-01T09:00:00.000Z', note: 'Thinking' }

/** Working hours, worklogs, the timer and timesheets. */
export const time: Record<string, Entry> = {
  'time.settings': { for: 'viewer', input: inWorkspace },
  'time.change': {
    for: 'admin',
    input: (ids) => ({ ...inWorkspace(ids), set: { hoursPerDay: 7.5 } }),
  },
  'time.zone': {
    for: 'member',
    input: (ids) => ({ ...inWorkspace(ids), timeZone: 'Asia/Kolkata', first: true }),
  },
  'time.totals': {
    for: 'viewer',
    input: (ids) => ({ ...inProject(ids), of: { taskId: ids.taskId } }),
  },
  'time.timer': { for: 'viewer', input: inWorkspace },
  'time.start': {
    for: 'member',
    input: (ids) => ({ ...inProject(ids), taskId: ids.taskId, instead: null }),
  },
  'time.stop': {
    for: 'member',
    input: (ids) => ({ ...inWorkspace(ids), startedAt: '2031-01-01T09:00:00.000Z' }),
  },
  'time.sheet': {
    for: 'admin',
    input: (ids) => ({
      ...inWorkspace(ids),
      of: 'everybody',
      days: { from: '2031-01-01', to: '2031-01-07' },
    }),
  },
  'time.tasks': { for: 'viewer', input: (ids) => ({ ...inWorkspace(ids), ids: [ids.taskId] }) },
  'worklog.add': {
    for: 'member',
    input: (ids) => ({ ...onTask(ids), worklogId: newId(), ...worklog, remaining: 'auto' }),
  },
  'worklog.edit': {
    for: 'member',
    as: 'admin',
    input: (ids) => ({ ...onTask(ids), worklogId: ids.worklogId, set: { seconds: 60 } }),
  },
  'worklog.delete': {
    for: 'member',
    as: 'admin',
    input: (ids) => ({ ...onTask(ids), worklogId: ids.worklogId }),
  },
}
