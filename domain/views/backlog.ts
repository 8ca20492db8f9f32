import { type Id, PLANNABLE_TYPES } from '../kernel/primitives'
import type { Project } from '../project/project'
import { isDone } from '../sprint/complete'
import type { Card, Person } from './board'

/** A section of the backlog screen: the id of a sprint, or `BACKLOG_SECTION`. */
export type BacklogSectionId = Id
/** The section below all sprints: unfinished tasks that are in no open sprint. */
export const BACKLOG_SECTION: BacklogSectionId = 'backlog'

/** The number of stories, tasks and bugs, and their story points. */
export interface TaskTotals {
  tasks: number
  points: number
  /** The number of tasks without an estimate. */
  unestimated: number
}

/** The totals of a section; in the backlog, nothing is done. */
export interface BacklogSectionTotals {
  open: TaskTotals
  done: TaskTotals
}

/** The first tasks of a section in backlog order; `complete` is true when there are no more. */
export interface BacklogSectionCards {
  id: BacklogSectionId
  totals: BacklogSectionTotals
  /** The number of matching tasks; without a filter, of all tasks. */
  count: number
  cards: Card[]
  complete: boolean
}

/** The open sprints in order, then the backlog section, at `seq`. */
export interface BacklogData {
  seq: number
  sections: BacklogSectionCards[]
  people: Person[]
}

/** The next tasks of a section. */
export interface BacklogSectionPage {
  seq: number
  cards: Card[]
  complete: boolean
}

/** Returns the section of a task; null when it is in none. */
export function sectionOf(card: Card, project: Project): BacklogSectionId | null {
  if (card.archivedAt || !PLANNABLE_TYPES.includes(card.type)) return null
  const sprint = project.sprints.find((each) => each.id === card.sprintId)
  if (sprint && sprint.state !== 'closed' && !sprint.removedAt) return sprint.id
  return isDone(card, project) ? null : BACKLOG_SECTION
}

/** Returns the sections of a project in the order in which they are shown. */
export function sectionsOf(project: Project): BacklogSectionId[] {
  const open = project.sprints.filter((each) => each.state !== 'closed' && !each.removedAt)
  return [...open.map((sprint) => sprint.id), BACKLOG_SECTION]
}

/** Returns the sprint of a section; null for the backlog section. */
export const sprintOfSection = (id: BacklogSectionId): Id | null =>
  id === BACKLOG_SECTION ? null : id

/** The totals of an empty section. */
export const EMPTY_SECTION_TOTALS: BacklogSectionTotals = {
  open: { tasks: 0, points: 0, unestimated: 0 },
  done: { tasks: 0, points: 0, unestimated: 0 },
}

/** The amounts that one task adds to the totals of its section. */
export interface SectionContribution extends TaskTotals {
  section: BacklogSectionId
  bucket: keyof BacklogSectionTotals
}

/** Returns a task's contribution to its section; null when it is in none. */
export function sectionContributionOf(card: Card, project: Project): SectionContribution | null {
  const section = sectionOf(card, project)
  if (section === null) return null
  const { estimate } = card
  const bucket = isDone(card, project) ? 'done' : 'open'
  return {
    section,
    bucket,
    tasks: 1,
    points: estimate ?? 0,
    unestimated: estimate === null ? 1 : 0,
  }
}

/** Returns the totals with a contribution added (1) or subtracted (-1). */
export function addContribution(
  totals: BacklogSectionTotals,
  contribution: TaskTotals & { bucket: keyof BacklogSectionTotals },
  sign: 1 | -1,
) {
  const { tasks, points, unestimated } = totals[contribution.bucket]
  return {
    ...totals,
    [contribution.bucket]: {
      tasks: tasks + sign * contribution.tasks,
      points: points + sign * contribution.points,
      unestimated: unestimated + sign * contribution.unestimated,
    },
  }
}
