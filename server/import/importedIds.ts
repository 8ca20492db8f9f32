import { v5 } from 'uuid'
import type { Id } from '@/domain/kernel/primitives'

// An item of a tracker gets the same id in every run, so that a second run finds it.

/**
 * Returns the id of the project for a tracker's project. Not used when a project with its key
 * already exists.
 */
export const importedProjectId = (workspaceId: Id, source: string, key: string): Id =>
  v5(`${source}:project:${key}`, workspaceId)

/** Returns the id of the task for an issue in a project. */
export const importedTaskId = (projectId: Id, source: string, issueId: string): Id =>
  v5(`${source}:issue:${issueId}`, projectId)

/** Returns the id of a comment. `part` numbers the parts of a comment that was too long. */
export const importedCommentId = (taskId: Id, commentId: string, part: number): Id =>
  v5(part === 0 ? `comment:${commentId}` : `comment:${commentId}:${part}`, taskId)

/** Returns the id of a worklog of an issue. */
export const importedWorklogId = (taskId: Id, worklogId: string): Id =>
  v5(`worklog:${worklogId}`, taskId)

/** Returns the id of the sprint for a tracker's sprint in a project. */
export const importedSprintId = (projectId: Id, source: string, sprintId: string): Id =>
  v5(`${source}:sprint:${sprintId}`, projectId)

/** Returns the id of a component or version of a project. */
export const importedComponentOrVersionId = (
  projectId: Id,
  source: string,
  list: string,
  id: string,
): Id => v5(`${source}:${list}:${id}`, projectId)

/** Returns the id of the placeholder for a person without an account. */
export const placeholderId = (workspaceId: Id, source: string, person: string): Id =>
  v5(`${source}:person:${person}`, workspaceId)

/** Returns the id of the command that imports this content for this person. */
export const importCommandId = (projectId: Id, personId: Id, content: string): Id =>
  v5(`${personId}:${content}`, projectId)

/** Returns the client id that all imports into a project share. */
export const importClientId = (projectId: Id): Id => v5('import', projectId)
