import { getTableColumns } from 'drizzle-orm'
import type { Task } from '@/domain/task/task'
import { component, projectVersion } from './schema/componentsAndVersions'
import { event } from './schema/eventLog'
import { comment, project, status, task, worklog } from './schema/project'
import { sprint } from './schema/sprint'

// The columns of each domain object: those of its table without the project's id and columns that
// only storage uses.

export const { projectId: _task, ...taskColumns } = getTableColumns(task)
/** Checks that the schema has a column for every property of a task. */
taskColumns satisfies Record<keyof Task, unknown>
/** All columns of a task except its description. */
export const { description: _text, ...cardColumns } = taskColumns
export const { recordedAt: _recordedAt, ...eventColumns } = getTableColumns(event)
export const { projectId: _status, ...statusColumns } = getTableColumns(status)
export const { projectId: _sprint, ...sprintColumns } = getTableColumns(sprint)
export const { projectId: _component, ...componentColumns } = getTableColumns(component)
export const { projectId: _version, ...versionColumns } = getTableColumns(projectVersion)
export const { projectId: _comment, ...commentColumns } = getTableColumns(comment)
export const { projectId: _worklog, ...worklogColumns } = getTableColumns(worklog)
export const { seq: _seq, ...projectColumns } = getTableColumns(project)
