import { v5 } from 'uuid'
import type { Id } from '@/domain/kernel/primitives'

// The same thing of the same tracker gets the same id in every run, so that a second run finds it.

/** The project that a tracker's project becomes, unless one with its key is here already. */
export const importedProjectId = (workspaceId: Id, source: string, key: string): Id =>
  v5(`${source}:project:${key}`, workspaceId)

/** The task that an issue becomes in a project. */
export const importedTaskId = (projectId: Id, source: string, issueId: string): Id =>
  v5(`${source}:issue:${issueId}`, projectId)

/** A comment; `part` counts the pieces of one that was too long. */
export const importedCommentId = (taskId: Id, commentId: string, part: number): Id =>
  v5(part === 0 ? `comment:${commentId}` : `comment:${commentId}:${part}`, taskId)

/** A worklog of an issue. */
export const importedWorklogId = (taskId: Id, worklogId: string): Id =>
  v5(`worklog:${worklogId}`, taskId)

/** The sprint that a tracker's sprint becomes in a project. */
export const importedSprintId = (projectId: Id, source: string, sprintId: string): Id =>
  v5(`${source}:sprint:${sprintId}`, projectId)

/** A component or version of a project. */
export const importedComponentOrVersionId = (
  projectId: Id,
  source: string,
  list: string,
  id: string,
): Id => v5(`${source}:${list}:${id}`, projectId)

/** The placeholder for somebody without an account. */
export const placeholderId = (workspaceId: Id, source: string, person: string): Id =>
  v5(`${source}:person:${person}`, workspaceId)

/** The command that brings exactly this content from exactly this person. */
export const importCommandId = (projectId: Id, personId: Id, content: string): Id =>
  v5(`${personId}:${content}`, projectId)

/** The window that all imports into a project count as. */
export const importClientId = (projectId: Id): Id => v5('import', projectId)
