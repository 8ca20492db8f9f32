import type { Card, Person } from './board'
import type { Project } from './project/project'
import { isDone } from './sprint/complete'
import { type Id, PLANNED_TYPES } from './words'

/** A section of the backlog's screen: the id of a sprint, or `BACKLOG`. */
export type SectionId = Id
/** The section under all sprints: what is not done and in no sprint that is still open. */
export const BACKLOG: SectionId = 'backlog'

/** Stories, tasks and bugs with their points. */
export interface Sums {
  tasks: number
  points: number
  /** Tasks without an estimate. */
  unestimated: number
}

/** What a section holds; the backlog shows nothing that is done. */
export interface SectionSums {
  open: Sums
  done: Sums
}

/** The first tasks of a section, in planning order; `complete` when there are no more. */
export interface SectionCards {
  id: SectionId
  sums: SectionSums
  /** Tasks that pass the filter; without one all there are. */
  count: number
  cards: Card[]
  complete: boolean
}

/** The open sprints in their order, then the backlog, as they are at `seq`. */
export interface BacklogData {
  seq: number
  sections: SectionCards[]
  people: Person[]
}

/** The next tasks of a section. */
export interface SectionPage {
  seq: number
  cards: Card[]
  complete: boolean
}

/** The section in which a task stands; null where it is in none. */
export function sectionOf(card: Card, project: Project): SectionId | null {
  if (card.archivedAt || !PLANNED_TYPES.includes(card.type)) return null
  const sprint = project.sprints.find((each) => each.id === card.sprintId)
  if (sprint && sprint.state !== 'closed' && !sprint.removedAt) return sprint.id
  return isDone(card, project) ? null : BACKLOG
}

/** The sections of a project, in the order in which they are shown. */
export function sectionsOf(project: Project): SectionId[] {
  const open = project.sprints.filter((each) => each.state !== 'closed' && !each.removedAt)
  return [...open.map((sprint) => sprint.id), BACKLOG]
}

/** The sprint that a section stands for; null for the backlog. */
export const sprintOfSection = (id: SectionId): Id | null => (id === BACKLOG ? null : id)

/** Nothing at all. */
export const NO_SUMS: SectionSums = {
  open: { tasks: 0, points: 0, unestimated: 0 },
  done: { tasks: 0, points: 0, unestimated: 0 },
}

/** What one task adds to the sums of its section. */
export interface Weight extends Sums {
  section: SectionId
  part: keyof SectionSums
}

/** What a task weighs where it stands; null where it is in no section. */
export function weightOf(card: Card, project: Project): Weight | null {
  const section = sectionOf(card, project)
  if (section === null) return null
  const { estimate } = card
  const part = isDone(card, project) ? 'done' : 'open'
  return { section, part, tasks: 1, points: estimate ?? 0, unestimated: estimate === null ? 1 : 0 }
}

/** The sums with a weight more (1) or less (-1). */
export function addTo(sums: SectionSums, weight: Sums & { part: keyof SectionSums }, by: 1 | -1) {
  const { tasks, points, unestimated } = sums[weight.part]
  return {
    ...sums,
    [weight.part]: {
      tasks: tasks + by * weight.tasks,
      points: points + by * weight.points,
      unestimated: unestimated + by * weight.unestimated,
    },
  }
}
