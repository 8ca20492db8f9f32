import { equal } from '@/domain/equal'
import type { WorkflowStatus } from '@/domain/project/commands'
import type { Project } from '@/domain/project/project'
import { inOrder, type Rule, type Transition } from '@/domain/project/transition'
import type { StatusId } from '@/domain/words'

/** A workflow as it is being drawn, and the version of the project that it began from. */
export interface Drawn {
  baseVersion: number
  statuses: WorkflowStatus[]
  /** Where the tasks of removed statuses go. */
  orphans: Record<StatusId, StatusId>
}

/** The project's workflow as it stands. */
export function drawnOf({ version, statuses }: Project): Drawn {
  const live = statuses.filter((status) => !status.removedAt)
  return {
    baseVersion: version,
    orphans: {},
    statuses: live.map(({ id, name, category, color, wipLimit, transitions }) => {
      return { id, name, category, color, wipLimit, transitions }
    }),
  }
}

/** Whether it would change anything. */
export function isChanged(drawn: Drawn, project: Project): boolean {
  return !equal(drawn.statuses, drawnOf(project).statuses)
}

/** The way from one status to another; null where there is none. An open status leads anywhere. */
export function wayOf({ transitions }: WorkflowStatus, to: StatusId): Transition | null {
  return transitions ? (transitions.find((each) => each.to === to) ?? null) : { to, rules: [] }
}

/** The workflow with one status changed. */
export function withStatus(drawn: Drawn, id: StatusId, set: Partial<WorkflowStatus>): Drawn {
  const statuses = drawn.statuses.map((each) => {
    if (each.id !== id) return each
    const next = { ...each, ...set }
    return { ...next, transitions: inOrder(next.transitions) }
  })
  return { ...drawn, statuses }
}

/** Opens or closes a way. Closing one of a status that led anywhere leaves the others open. */
export function withWay(drawn: Drawn, from: StatusId, to: StatusId, open: boolean): Drawn {
  const ways = waysOf(drawn, from).filter((each) => each.to !== to)
  return withStatus(drawn, from, { transitions: open ? [...ways, { to, rules: [] }] : ways })
}

/** Lets a status lead anywhere, or along ways of its own: at first those that it had. */
export function withAny(drawn: Drawn, from: StatusId, any: boolean): Drawn {
  return withStatus(drawn, from, { transitions: any ? null : waysOf(drawn, from) })
}

/** The same way with other rules. */
export function withRules(drawn: Drawn, from: StatusId, to: StatusId, rules: Rule[]): Drawn {
  const ways = waysOf(drawn, from).map((each) => (each.to === to ? { to, rules } : each))
  return withStatus(drawn, from, { transitions: ways })
}

/** The ways of a status, one by one, where it leads anywhere too. */
export function waysOf(drawn: Drawn, from: StatusId): Transition[] {
  const status = drawn.statuses.find((each) => each.id === from)
  if (status?.transitions) return status.transitions
  return drawn.statuses.filter((each) => each.id !== from).map(({ id }) => ({ to: id, rules: [] }))
}

/** One more status, at the end of its category. */
export function withAdded(drawn: Drawn, status: WorkflowStatus): Drawn {
  const order = ['todo', 'in_progress', 'done']
  const later = order.slice(order.indexOf(status.category) + 1)
  const at = drawn.statuses.findIndex((each) => later.includes(each.category))
  const statuses = [...drawn.statuses]
  statuses.splice(at < 0 ? statuses.length : at, 0, status)
  return { ...drawn, statuses }
}

/** Without a status; its tasks go to another, and so do those that were to go to it. */
export function without(drawn: Drawn, id: StatusId, to: StatusId, isNew: boolean): Drawn {
  const statuses = drawn.statuses
    .filter((each) => each.id !== id)
    .map((each) => ({
      ...each,
      transitions: each.transitions?.filter((way) => way.to !== id) ?? null,
    }))
  const orphans = Object.fromEntries(
    Object.entries(drawn.orphans).map(([from, goal]) => [from, goal === id ? to : goal]),
  )
  return { ...drawn, statuses, orphans: isNew ? orphans : { ...orphans, [id]: to } }
}

/** The order with a status one place earlier or later. */
export function withMoved(drawn: Drawn, id: StatusId, by: -1 | 1): Drawn {
  const at = drawn.statuses.findIndex((each) => each.id === id)
  const status = drawn.statuses[at]
  const next = at + by
  if (!status || next < 0 || next >= drawn.statuses.length) return drawn
  const statuses = drawn.statuses.toSpliced(at, 1).toSpliced(next, 0, status)
  return { ...drawn, statuses }
}
