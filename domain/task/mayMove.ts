import { liveStatus, type Project, type Status } from '../project/project'
import type { RequiredField, Rule, SetRule, Transition } from '../project/transition'
import type { Id, Role, StatusId } from '../words'
import type { Task } from './task'

/** A task as far as transitions look at it. A description that is not known counts as there. */
export type Moving = Omit<Task, 'description'> & { description?: string }
export type Mover = { id: Id; role: Role }

/** What the workflow says to a move. */
export interface Leave {
  /** Why it may not be, in plain words with what to do; null: it may. */
  refusal: string | null
  /** The same in few words, for the end of a line: "not from To do". */
  brief: string | null
  /** Fields that have to be filled first; where there are any, `refusal` says so too. */
  missing: RequiredField[]
  /** What the move sets besides. */
  sets: SetRule[]
}

const FREE: Leave = { refusal: null, brief: null, missing: [], sets: [] }

/**
 * Whether the workflow lets somebody move a task to another status, by the rules of the status it
 * is in. Limits of columns are another matter. Within a status everything may be reordered.
 * @param filled the task with what the move itself fills in
 */
export function mayMove(
  project: Project,
  task: Moving,
  to: StatusId,
  mover: Mover,
  filled: Moving = task,
): Leave {
  const from = project.statuses.find((status) => status.id === task.statusId)
  if (!from?.transitions || to === task.statusId) return FREE
  const transition = from.transitions.find((each) => each.to === to)
  if (!transition) return refused(notOpen(project, from, to), `not from ${from.name}`)
  const names = `${from.name} to ${nameOf(project, to)}`
  const closed = transition.rules.find((rule) => rule.kind === 'only' && !isOne(rule, task, mover))
  if (closed?.kind === 'only') {
    const who = whoever(closed)
    return refused(`Only ${who} may move it from ${names}.`, `${who} only`)
  }
  const sets = transition.rules.filter((rule) => rule.kind === 'set')
  const missing = missingOf(transition, sets, filled)
  if (missing.length === 0) return { ...FREE, sets }
  const wanted = `needs ${listed(missing.map((field) => FIELD_WORDS[field]))}`
  const refusal = `From ${names} it ${wanted}. Fill that in first.`
  return { refusal, brief: wanted, missing, sets }
}

/** How sentences name what a transition asks for. */
export const FIELD_WORDS: Record<RequiredField, string> = {
  assignees: 'an assignee',
  estimate: 'an estimate',
  dueDate: 'a due date',
  description: 'a description',
  labels: 'a label',
  resolution: 'a resolution',
  components: 'a component',
  fixVersions: 'a fix version',
  affectedVersions: 'an affected version',
  originalEstimate: 'an original time estimate',
  remainingEstimate: 'a remaining time estimate',
}

/** "an admin or the assignee" */
export function whoever({ roles, assignee }: Extract<Rule, { kind: 'only' }>): string {
  const words = [...roles.map((role) => `${role}s`), ...(assignee ? ['the assignee'] : [])]
  return words.length > 0 ? listed(words, 'or') : 'nobody'
}

/** "a", "a and b", "a, b and c". */
export function listed(words: string[], last = 'and'): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`
}

const refused = (refusal: string, brief: string): Leave => ({ ...FREE, refusal, brief })

function notOpen(project: Project, from: Status, to: StatusId): string {
  const open = (from.transitions ?? []).flatMap((each) => liveStatus(project, each.to)?.name ?? [])
  const goal = nameOf(project, to)
  return open.length > 0
    ? `The workflow leads from ${from.name} to ${listed(open, 'or')}, not to ${goal}.`
    : `The workflow leads from ${from.name} nowhere. An admin can change that.`
}

const nameOf = (project: Project, id: StatusId) =>
  project.statuses.find((status) => status.id === id)?.name ?? 'another status'

function isOne(rule: Extract<Rule, { kind: 'only' }>, task: Moving, mover: Mover): boolean {
  return rule.roles.includes(mover.role) || (rule.assignee && task.assignees.includes(mover.id))
}

/** What a transition asks for, does not set itself, and the task lacks; each once. */
function missingOf({ rules }: Transition, sets: SetRule[], task: Moving): RequiredField[] {
  const wanted = rules.flatMap((rule) => (rule.kind === 'require' ? rule.fields : []))
  const given = new Set<string>(sets.filter(isFilling).map((rule) => rule.field))
  return [...new Set(wanted)].filter((field) => !given.has(field) && isEmpty(task[field]))
}

const isFilling = ({ to }: SetRule) => to !== null && to !== 'none'

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0
  return value === null || value === ''
}
