import { type Entry, inProject, inWorkspace } from './entry'

/** What screens read of a project. */
export const screens: Record<string, Entry> = {
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
}
