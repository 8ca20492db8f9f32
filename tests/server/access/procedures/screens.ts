import { type ProcedureAccess, projectInput, workspaceInput } from './procedureAccess'

/** Queries of a project's screens. */
export const queryProcedures: Record<string, ProcedureAccess> = {
  'backlog.get': { allowed: 'viewer', input: (ids) => ({ ...projectInput(ids), filter: null }) },
  'backlog.section': {
    allowed: 'viewer',
    input: (ids) => ({ ...projectInput(ids), section: ids.sprintId, after: null, filter: null }),
  },
  'board.get': { allowed: 'viewer', input: projectInput },
  'board.columnPage': {
    allowed: 'viewer',
    input: (ids) => ({ ...projectInput(ids), statusId: 'todo', after: null, filter: null }),
  },
  'board.cards': {
    allowed: 'viewer',
    input: (ids) => ({ ...projectInput(ids), ids: [ids.taskId] }),
  },
  'board.filteredBoard': {
    allowed: 'viewer',
    input: (ids) => ({ ...projectInput(ids), filter: { assignees: [ids.personId] } }),
  },
  'board.swimlanes': {
    allowed: 'viewer',
    input: (ids) => ({ ...projectInput(ids), groupBy: 'person', filter: null }),
  },
  'board.people': {
    allowed: 'viewer',
    input: (ids) => ({ ...projectInput(ids), ids: [ids.personId] }),
  },
  'board.ping': { allowed: 'member', input: projectInput },
  'board.task': {
    allowed: 'viewer',
    input: (ids) => ({ ...projectInput(ids), taskId: ids.taskId }),
  },
  'events.since': { allowed: 'viewer', input: (ids) => ({ ...projectInput(ids), seq: 0 }) },
  'history.page': {
    allowed: 'viewer',
    input: (ids) => ({ ...projectInput(ids), taskId: ids.taskId }),
  },
  'relations.get': {
    allowed: 'viewer',
    input: (ids) => ({ ...projectInput(ids), taskId: ids.taskId }),
  },
  'relations.badges': {
    allowed: 'viewer',
    input: (ids) => ({ ...projectInput(ids), ids: [ids.taskId] }),
  },
  'relations.searchTasks': {
    allowed: 'viewer',
    input: (ids) => ({ ...workspaceInput(ids), text: 'secret' }),
  },
}
