import type { Id } from '@/domain/kernel/primitives'

/** All URLs of the app. No other file builds a URL. */
export const routes = {
  workspace: (slug: string) => `/${slug}`,
  timesheet: (slug: string) => `/${slug}/timesheet`,
  import: (slug: string) => `/${slug}/import`,
  board: (slug: string, key: string) => `/${slug}/${key}/board`,
  backlog: (slug: string, key: string) => `/${slug}/${key}/backlog`,
  sprints: (slug: string, key: string) => `/${slug}/${key}/sprints`,
  sprintReport: (slug: string, key: string, sprintId: Id) => `/${slug}/${key}/sprints/${sprintId}`,
  /** The board filtered by a sprint. */
  sprintBoard: (slug: string, key: string, sprintId: Id) =>
    `/${slug}/${key}/board?sprint=${sprintId}`,
  versions: (slug: string, key: string) => `/${slug}/${key}/versions`,
  version: (slug: string, key: string, versionId: Id) => `/${slug}/${key}/versions/${versionId}`,
  history: (slug: string, key: string) => `/${slug}/${key}/history`,
  projectSettings: (slug: string, key: string) => `/${slug}/${key}/settings`,
  workflow: (slug: string, key: string) => `/${slug}/${key}/settings/workflow`,
  /** A task on a page of its own. */
  task: (slug: string, taskKey: string) =>
    `/${slug}/${projectKeyOf(taskKey)}/tasks/${encodeURIComponent(taskKey)}`,
  /** A task in the panel over its board. */
  taskOnBoard: (slug: string, taskKey: string) =>
    `/${slug}/${projectKeyOf(taskKey)}/board?task=${encodeURIComponent(taskKey)}`,
}

/** Returns the project key of a task key: ALO for ALO-118. */
export function projectKeyOf(taskKey: string): string {
  return taskKey.slice(0, taskKey.lastIndexOf('-'))
}

/** A project as the navigation shows it. */
export interface ProjectSummary {
  id: Id
  key: string
  name: string
}
