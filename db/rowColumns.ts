import { getTableColumns } from 'drizzle-orm'
import type { Task } from '@/domain/task/task'
import { component, projectVersion } from './schema/componentsAndVersions'
import { event } from './schema/eventLog'
import { comment, project, status, task, worklog } from './schema/project'
import { sprint } from './schema/sprint'

// What makes each of the domain's objects: the columns of its table but for those that place it in
// a project, or that only the storage looks at.

export const { projectId: _task, ...taskColumns } = getTableColumns(task)
/** The schema has a column for everything that the domain knows of a task. */
taskColumns satisfies Record<keyof Task, unknown>
/** All of a task but its description. */
export const { description: _text, ...cardColumns } = taskColumns
export const { recordedAt: _recordedAt, ...eventColumns } = getTableColumns(event)
export const { projectId: _status, ...statusColumns } = getTableColumns(status)
export const { projectId: _sprint, ...sprintColumns } = getTableColumns(sprint)
export const { projectId: _component, ...componentColumns } = getTableColumns(component)
export const { projectId: _version, ...versionColumns } = getTableColumns(projectVersion)
export const { projectId: _comment, ...commentColumns } = getTableColumns(comment)
export const { projectId: _worklog, ...worklogColumns } = getTableColumns(worklog)
export const { seq: _seq, ...projectColumns } = getTableColumns(project)
