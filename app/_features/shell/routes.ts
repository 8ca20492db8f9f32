import type { Id } from '@/domain/kernel/primitives'

/** Where things are, so that no other file puts an address together. */
export const routes = {
  workspace: (slug: string) => `/${slug}`,
  timesheet: (slug: string) => `/${slug}/timesheet`,
  import: (slug: string) => `/${slug}/import`,
  board: (slug: string, key: string) => `/${slug}/${key}/board`,
  backlog: (slug: string, key: string) => `/${slug}/${key}/backlog`,
  sprints: (slug: string, key: string) => `/${slug}/${key}/sprints`,
  /** The report of a sprint. */
  sprintReport: (slug: string, key: string, sprintId: Id) => `/${slug}/${key}/sprints/${sprintId}`,
  /** The board narrowed to a sprint. */
  sprintBoard: (slug: string, key: string, sprintId: Id) =>
    `/${slug}/${key}/board?sprint=${sprintId}`,
  versions: (slug: string, key: string) => `/${slug}/${key}/versions`,
  version: (slug: string, key: string, versionId: Id) => `/${slug}/${key}/versions/${versionId}`,
  history: (slug: string, key: string) => `/${slug}/${key}/history`,
  projectSettings: (slug: string, key: string) => `/${slug}/${key}/settings`,
  workflow: (slug: string, key: string) => `/${slug}/${key}/settings/workflow`,
  /** A task at its own page. */
  task: (slug: string, taskKey: string) =>
    `/${slug}/${projectKeyOf(taskKey)}/tasks/${encodeURIComponent(taskKey)}`,
  /** A task in the panel over its board. */
  taskOnBoard: (slug: string, taskKey: string) =>
    `/${slug}/${projectKeyOf(taskKey)}/board?task=${encodeURIComponent(taskKey)}`,
}

/** The ALO of ALO-118. */
export function projectKeyOf(taskKey: string): string {
  return taskKey.slice(0, taskKey.lastIndexOf('-'))
}

/** A project as the frame names it. */
export interface ProjectSummary {
  id: Id
  key: string
  name: string
}
