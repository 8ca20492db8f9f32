import type { Id, Role, StatusId } from '../kernel/primitives'
import { findStatus, type Project, type Status } from '../project/project'
import { fieldWithArticle, isEmptyValue } from '../task/fields'
import type { Task } from '../task/task'
import type { PostFunction, RequiredField, Transition, TransitionRule } from './transition'

/** The fields of a task that transitions read. An unknown description counts as not empty. */
export type TransitionTask = Omit<Task, 'description'> & { description?: string }
export type TransitionActor = { id: Id; role: Role }

/** The result of checking a move against the workflow. */
export interface TransitionCheck {
  /** The message that explains why it is rejected and what to do; null when it is allowed. */
  rejection: string | null
  /** A short form for the end of a line: "not from To do". */
  shortReason: string | null
  /** Required fields that are empty; `rejection` names them too. */
  missingFields: RequiredField[]
  /** The post-functions that the move runs. */
  postFunctions: PostFunction[]
}

const ALLOWED: TransitionCheck = {
  rejection: null,
  shortReason: null,
  missingFields: [],
  postFunctions: [],
}

/**
 * Checks whether a person may move a task to another status by the transitions of its current
 * status. WIP limits are checked elsewhere. Reordering within a status is always allowed.
 * @param filled the task with the fields that the move itself sets
 */
export function checkTransition(
  project: Project,
  task: TransitionTask,
  to: StatusId,
  actor: TransitionActor,
  filled: TransitionTask = task,
): TransitionCheck {
  const from = project.statuses.find((status) => status.id === task.statusId)
  if (!from?.transitions || to === task.statusId) return ALLOWED
  const transition = from.transitions.find((each) => each.to === to)
  if (!transition)
    return notAllowed(noTransitionMessage(project, from, to), `not from ${from.name}`)
  const names = `${from.name} to ${statusName(project, to)}`
  const unmetCondition = transition.rules.find(
    (rule) => rule.kind === 'condition' && !meetsCondition(rule, task, actor),
  )
  if (unmetCondition?.kind === 'condition') {
    const who = describeCondition(unmetCondition)
    return notAllowed(`Only ${who} may move it from ${names}.`, `${who} only`)
  }
  const postFunctions = transition.rules.filter((rule) => rule.kind === 'postFunction')
  const missingFields = missingFieldsOf(transition, postFunctions, filled)
  if (missingFields.length === 0) return { ...ALLOWED, postFunctions }
  const shortReason = `needs ${formatList(missingFields.map(fieldWithArticle))}`
  const rejection = `From ${names} it ${shortReason}. Fill that in first.`
  return { rejection, shortReason, missingFields, postFunctions }
}

/** Returns for example "admins or the assignee", or "nobody". */
export function describeCondition({
  roles,
  assignee,
}: Extract<TransitionRule, { kind: 'condition' }>): string {
  const words = [...roles.map((role) => `${role}s`), ...(assignee ? ['the assignee'] : [])]
  return words.length > 0 ? formatList(words, 'or') : 'nobody'
}

/** Returns the words as a list: "a", "a and b", "a, b and c". */
export function formatList(words: string[], conjunction = 'and'): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`
}

const notAllowed = (rejection: string, brief: string): TransitionCheck => ({
  ...ALLOWED,
  rejection,
  shortReason: brief,
})

function noTransitionMessage(project: Project, from: Status, to: StatusId): string {
  const open = (from.transitions ?? []).flatMap((each) => findStatus(project, each.to)?.name ?? [])
  const goal = statusName(project, to)
  return open.length > 0
    ? `The workflow leads from ${from.name} to ${formatList(open, 'or')}, not to ${goal}.`
    : `The workflow leads from ${from.name} nowhere. An admin can change that.`
}

const statusName = (project: Project, id: StatusId) =>
  project.statuses.find((status) => status.id === id)?.name ?? 'another status'

function meetsCondition(
  rule: Extract<TransitionRule, { kind: 'condition' }>,
  task: TransitionTask,
  mover: TransitionActor,
): boolean {
  return rule.roles.includes(mover.role) || (rule.assignee && task.assignees.includes(mover.id))
}

/**
 * Returns the fields that a transition requires, does not set itself and the task lacks; each once.
 */
function missingFieldsOf(
  { rules }: Transition,
  sets: PostFunction[],
  task: TransitionTask,
): RequiredField[] {
  const required = rules.flatMap((rule) => (rule.kind === 'validator' ? rule.fields : []))
  const given = new Set<string>(sets.filter(setsValue).map((rule) => rule.field))
  return [...new Set(required)].filter((field) => !given.has(field) && isEmptyValue(task[field]))
}

const setsValue = ({ to }: PostFunction) => to !== null && to !== 'none'
