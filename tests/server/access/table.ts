import { v7 as newId } from 'uuid'
import type { Role } from '@/domain/words'
import type { Ids } from './world'

/** Who may call a procedure, and an input that would do for those who may. */
export interface Entry {
  /** `anybody`, `signed in`, or the least role in the workspace or project of the input. */
  for: 'anybody' | 'signed in' | Role
  input?: (ids: Ids) => Record<string, unknown>
  /** Only the person it belongs to may: an admin of the same workspace then stands for them. */
  as?: 'admin'
}

const command = ({ projectId }: Ids) => ({ projectId, commandId: newId(), clientId: newId() })
const onTask = (ids: Ids) => ({ ...command(ids), taskId: ids.taskId, baseVersion: 2 })
const onProject = (ids: Ids) => ({ ...command(ids), baseVersion: 1 })
const onSprint = (ids: Ids) => ({ ...onProject(ids), sprintId: ids.sprintId })
const inProject = ({ projectId }: Ids) => ({ projectId })
const inWorkspace = ({ workspace }: Ids) => ({ workspace })
const onImport = (ids: Ids) => ({ ...inWorkspace(ids), id: ids.importId })
const newPerson = () => ({
  name: 'New',
  email: `${newId()}@example.com`,
  password: 'correct horse battery',
})
const worklog = { seconds: 3_600, startedAt: '2031-01-01T09:00:00.000Z', note: 'Thinking' }
const status = { id: newId(), name: 'Waiting', category: 'todo', color: 'teal', wipLimit: null }

/** Every procedure there is. One that is missing here, or here and gone, fails the test. */
export const procedures: Record<string, Entry> = {
  'account.me': { for: 'signed in' },
  'account.signUp': { for: 'anybody', input: () => ({ ...newPerson(), workspace: 'New' }) },
  'account.changePassword': { for: 'signed in', input: () => ({ password: 'a new password' }) },
  'account.sessions': { for: 'signed in' },
  'account.endSession': {
    for: 'signed in',
    as: 'admin',
    input: ({ sessionId }) => ({ sessionId }),
  },
  'account.signOutEverywhere': { for: 'signed in' },

  'workspaces.mine': { for: 'signed in' },
  'workspaces.make': { for: 'signed in', input: () => ({ name: 'One more' }) },

  'people.list': { for: 'viewer', input: inWorkspace },
  'people.changeRole': {
    for: 'admin',
    input: (ids) => ({ ...inWorkspace(ids), personId: ids.personId, role: 'viewer' }),
  },
  'people.remove': {
    for: 'admin',
    input: (ids) => ({ ...inWorkspace(ids), personId: ids.personId }),
  },

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

  'invitations.open': { for: 'admin', input: inWorkspace },
  'invitations.make': {
    for: 'admin',
    input: (ids) => ({ ...inWorkspace(ids), role: 'member' }),
  },
  'invitations.revoke': {
    for: 'admin',
    input: (ids) => ({ ...inWorkspace(ids), invitationId: ids.invitationId }),
  },
  'invitations.accept': { for: 'signed in', input: ({ token }) => ({ token }) },
  'invitations.signUp': { for: 'anybody', input: ({ token }) => ({ token, ...newPerson() }) },

  'backlog.open': { for: 'viewer', input: (ids) => ({ ...inProject(ids), filter: null }) },
  'backlog.section': {
    for: 'viewer',
    input: (ids) => ({ ...inProject(ids), section: ids.sprintId, after: null, filter: null }),
  },
  'board.open': { for: 'viewer', input: inProject },
  'board.column': {
    for: 'viewer',
    input: (ids) => ({ ...inProject(ids), statusId: 'todo', after: null, filter: null }),
  },
  'board.cards': {
    for: 'viewer',
    input: (ids) => ({ ...inProject(ids), ids: [ids.taskId] }),
  },
  'board.filtered': {
    for: 'viewer',
    input: (ids) => ({ ...inProject(ids), filter: { people: [ids.personId] } }),
  },
  'board.lanes': {
    for: 'viewer',
    input: (ids) => ({ ...inProject(ids), by: 'person', filter: null }),
  },
  'board.people': {
    for: 'viewer',
    input: (ids) => ({ ...inProject(ids), ids: [ids.personId] }),
  },
  'board.ping': { for: 'member', input: inProject },
  'board.task': { for: 'viewer', input: (ids) => ({ ...inProject(ids), taskId: ids.taskId }) },
  'events.since': { for: 'viewer', input: (ids) => ({ ...inProject(ids), seq: 0 }) },
  'history.page': {
    for: 'viewer',
    input: (ids) => ({ ...inProject(ids), taskId: ids.taskId, before: null }),
  },

  'relations.of': { for: 'viewer', input: (ids) => ({ ...inProject(ids), taskId: ids.taskId }) },
  'relations.marks': {
    for: 'viewer',
    input: (ids) => ({ ...inProject(ids), ids: [ids.taskId] }),
  },
  'relations.find': { for: 'viewer', input: (ids) => ({ ...inWorkspace(ids), text: 'secret' }) },

  'task.open': { for: 'viewer', input: (ids) => ({ ...inProject(ids), number: 1 }) },
  'task.create': {
    for: 'member',
    input: (ids) => ({
      ...command(ids),
      taskId: newId(),
      taskType: 'task',
      title: 'New',
      statusId: 'todo',
      place: { after: ids.taskId },
      assignees: [ids.personId],
    }),
  },
  'task.edit': { for: 'member', input: (ids) => ({ ...onTask(ids), set: { priority: 3 } }) },
  'task.move': { for: 'member', input: (ids) => ({ ...onTask(ids), statusId: 'done', place: {} }) },
  'task.clone': {
    for: 'member',
    input: (ids) => ({
      ...command(ids),
      taskId: ids.taskId,
      statusId: 'todo',
      place: {},
      copies: [{ from: ids.taskId, to: newId() }],
    }),
  },
  'task.transfer': {
    for: 'member',
    input: (ids) => ({ ...onTask(ids), to: ids.otherProjectId }),
  },
  'task.nest': { for: 'member', input: (ids) => ({ ...onTask(ids), parentId: null }) },
  'task.archive': { for: 'member', input: onTask },
  'task.restore': { for: 'member', input: onTask },
  'comment.add': {
    for: 'member',
    input: (ids) => ({ ...onTask(ids), commentId: newId(), body: 'Hello' }),
  },
  'comment.edit': {
    for: 'member',
    as: 'admin',
    input: (ids) => ({ ...onTask(ids), commentId: ids.commentId, body: 'Changed' }),
  },
  'comment.delete': {
    for: 'member',
    as: 'admin',
    input: (ids) => ({ ...onTask(ids), commentId: ids.commentId }),
  },
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
  'conflict.resolve': {
    for: 'member',
    as: 'admin',
    input: (ids) => ({
      ...command(ids),
      conflictId: ids.conflictId,
      choice: 'mine',
      baseVersion: 2,
    }),
  },

  'project.create': {
    for: 'member',
    input: (ids) => ({
      ...inWorkspace(ids),
      projectId: newId(),
      commandId: newId(),
      clientId: newId(),
      key: 'NEW',
      name: 'New',
      template: 'kanban',
    }),
  },
  'project.rename': { for: 'admin', input: (ids) => ({ ...onProject(ids), name: 'Renamed' }) },
  'status.add': { for: 'admin', input: (ids) => ({ ...onProject(ids), status }) },
  'status.edit': {
    for: 'admin',
    input: (ids) => ({ ...onProject(ids), statusId: 'todo', set: { name: 'Renamed' } }),
  },
  'status.move': {
    for: 'admin',
    input: (ids) => ({ ...onProject(ids), statusId: 'todo', before: null }),
  },
  'status.remove': {
    for: 'admin',
    input: (ids) => ({ ...onProject(ids), statusId: 'todo', moveTo: 'done' }),
  },

  'workflow.change': {
    for: 'admin',
    input: (ids) => ({
      ...onProject(ids),
      statuses: [{ ...status, id: 'todo', transitions: [] }],
      orphans: { 'in-progress': 'todo', review: 'todo', done: 'todo' },
    }),
  },
  'version.use': { for: 'viewer', input: inProject },
  'component.add': {
    for: 'admin',
    input: (ids) => ({ ...onProject(ids), componentId: newId(), name: 'Web' }),
  },
  'component.edit': {
    for: 'admin',
    input: (ids) => ({
      ...onProject(ids),
      componentId: ids.componentId,
      set: { lead: ids.personId },
    }),
  },
  'component.remove': {
    for: 'admin',
    input: (ids) => ({ ...onProject(ids), componentId: ids.componentId, moveTo: null }),
  },
  'version.add': {
    for: 'admin',
    input: (ids) => ({ ...onProject(ids), versionId: newId(), name: '2.0' }),
  },
  'version.edit': {
    for: 'admin',
    input: (ids) => ({ ...onProject(ids), versionId: ids.versionId, set: { state: 'released' } }),
  },
  'version.remove': {
    for: 'admin',
    input: (ids) => ({ ...onProject(ids), versionId: ids.versionId, moveTo: null }),
  },

  'project.sprints': { for: 'admin', input: (ids) => ({ ...onProject(ids), parallel: false }) },
  'task.bulk': {
    for: 'member',
    input: (ids) => ({
      ...command(ids),
      tasks: [{ taskId: ids.taskId, baseVersion: 2 }],
      change: { set: { priority: 4 }, sprintId: ids.sprintId },
    }),
  },
  'command.undo': {
    for: 'member',
    input: (ids) => ({ ...command(ids), undoes: ids.commandId }),
  },
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
  'sprint.counted': {
    for: 'viewer',
    input: (ids) => ({ ...inProject(ids), sprintId: ids.sprintId }),
  },
  'sprint.contents': {
    for: 'viewer',
    input: (ids) => ({ ...inProject(ids), sprintId: ids.sprintId }),
  },
  'sprint.load': {
    for: 'viewer',
    input: (ids) => ({ ...inProject(ids), sprintId: ids.sprintId }),
  },
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

  'import.list': { for: 'admin', input: inWorkspace },
  'import.progress': { for: 'admin', input: onImport },
  'import.preview': { for: 'admin', input: onImport },
  'import.report': { for: 'admin', input: onImport },
  'import.start': { for: 'admin', input: (ids) => ({ ...onImport(ids), mapping: {} }) },
  'import.cancel': { for: 'admin', input: onImport },
  'import.discard': { for: 'admin', input: onImport },
}

/** How a route file is guarded: not, by its own tests, or as `everyRoute.test.ts` tries it. */
export type RouteEntry =
  | { open: string }
  | { testedBy: string }
  | {
      method: 'GET' | 'POST'
      /** The least role that is let in. */
      for: Role
      /** The parts in square brackets of the file's folders. */
      params?: (ids: Ids) => Record<string, string>
      query?: (ids: Ids) => Record<string, string>
      form?: (ids: Ids) => Record<string, string>
      json?: (ids: Ids) => unknown
    }

/** Every file that answers under app/api. */
export const routes: Record<string, RouteEntry> = {
  'app/api/auth/[...nextauth]/route.ts': { testedBy: 'tests/server/auth/password.test.ts' },
  'app/api/import/route.ts': { testedBy: 'tests/server/import/routes.test.ts' },
  'app/api/import/[id]/report/route.ts': { testedBy: 'tests/server/import/routes.test.ts' },
  'app/api/health/route.ts': { open: 'Balancers ask it; it tells nothing but up or down.' },
  'app/api/timesheet/route.ts': {
    method: 'GET',
    for: 'admin',
    query: (ids) => ({
      workspace: ids.workspace,
      of: 'everybody',
      from: '2031-01-01',
      to: '2031-01-07',
    }),
  },
  'app/api/realtime/settings/route.ts': { open: 'Addresses and public keys, no secret.' },
  'app/api/realtime/auth/route.ts': {
    method: 'POST',
    for: 'viewer',
    form: ({ projectId }) => ({
      socket_id: '1.1',
      channel_name: `private-project-${projectId}`,
    }),
  },
  'app/api/realtime/user/route.ts': {
    method: 'POST',
    for: 'viewer',
    form: ({ projectId }) => ({ socket_id: '1.1', project_id: projectId }),
  },
  'app/api/trpc/[trpc]/route.ts': { testedBy: 'tests/server/access/everyProcedure.test.ts' },
}
