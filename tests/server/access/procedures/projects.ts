import { v7 as newId } from 'uuid'
import {
  type ProcedureAccess,
  projectCommandInput,
  projectInput,
  workspaceInput,
} from './procedureAccess'

const status = { id: newId(), name: 'Waiting', category: 'todo', color: 'teal', wipLimit: null }

/** Procedures of projects: their columns, workflow, components and versions. */
export const projectProcedures: Record<string, ProcedureAccess> = {
  'project.create': {
    allowed: 'member',
    input: (ids) => ({
      ...workspaceInput(ids),
      projectId: newId(),
      commandId: newId(),
      clientId: newId(),
      key: 'NEW',
      name: 'New',
      template: 'kanban',
    }),
  },
  'project.rename': {
    allowed: 'admin',
    input: (ids) => ({ ...projectCommandInput(ids), name: 'Renamed' }),
  },
  'status.add': { allowed: 'admin', input: (ids) => ({ ...projectCommandInput(ids), status }) },
  'status.edit': {
    allowed: 'admin',
    input: (ids) => ({ ...projectCommandInput(ids), statusId: 'todo', set: { name: 'Renamed' } }),
  },
  'status.move': {
    allowed: 'admin',
    input: (ids) => ({ ...projectCommandInput(ids), statusId: 'todo', before: null }),
  },
  'status.remove': {
    allowed: 'admin',
    input: (ids) => ({ ...projectCommandInput(ids), statusId: 'todo', moveTo: 'done' }),
  },
  'workflow.change': {
    allowed: 'admin',
    input: (ids) => ({
      ...projectCommandInput(ids),
      statuses: [{ ...status, id: 'todo', transitions: [] }],
      reassignments: { 'in-progress': 'todo', review: 'todo', done: 'todo' },
    }),
  },
  'version.progress': { allowed: 'viewer', input: projectInput },
  'version.list': { allowed: 'viewer', input: projectInput },
  'version.get': {
    allowed: 'viewer',
    input: (ids) => ({ ...projectInput(ids), versionId: ids.versionId }),
  },
  'component.add': {
    allowed: 'admin',
    input: (ids) => ({ ...projectCommandInput(ids), componentId: newId(), name: 'Web' }),
  },
  'component.edit': {
    allowed: 'admin',
    input: (ids) => ({
      ...projectCommandInput(ids),
      componentId: ids.componentId,
      set: { lead: ids.personId },
    }),
  },
  'component.remove': {
    allowed: 'admin',
    input: (ids) => ({ ...projectCommandInput(ids), componentId: ids.componentId, moveTo: null }),
  },
  'version.add': {
    allowed: 'admin',
    input: (ids) => ({ ...projectCommandInput(ids), versionId: newId(), name: '2.0' }),
  },
  'version.edit': {
    allowed: 'admin',
    input: (ids) => ({
      ...projectCommandInput(ids),
      versionId: ids.versionId,
      set: { state: 'released' },
    }),
  },
  'version.release': {
    allowed: 'admin',
    input: (ids) => ({
      ...projectCommandInput(ids),
      versionId: ids.versionId,
      releaseDate: '2031-03-01',
      moveTo: null,
    }),
  },
  'version.remove': {
    allowed: 'admin',
    input: (ids) => ({ ...projectCommandInput(ids), versionId: ids.versionId, moveTo: null }),
  },
}
