import { v7 as newId } from 'uuid'
import { type Entry, inProject, inWorkspace, onProject } from './entry'

const status = { id: newId(), name: 'Waiting', category: 'todo', color: 'teal', wipLimit: null }

/** Projects: their columns, workflow, components and versions. */
export const projects: Record<string, Entry> = {
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
  'version.list': { for: 'viewer', input: inProject },
  'version.open': {
    for: 'viewer',
    input: (ids) => ({ ...inProject(ids), versionId: ids.versionId }),
  },
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
  'version.release': {
    for: 'admin',
    input: (ids) => ({
      ...onProject(ids),
      versionId: ids.versionId,
      releaseDate: '2031-03-01',
      moveTo: null,
    }),
  },
  'version.remove': {
    for: 'admin',
    input: (ids) => ({ ...onProject(ids), versionId: ids.versionId, moveTo: null }),
  },
}
