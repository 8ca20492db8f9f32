import type { CommandOf } from '../commands'
import { apply, type Decision, type Facts, noProject, refuse, type State } from '../decision'
import type { NewEvent } from '../events'
import { ranksBetween } from '../rank'
import { misfit } from './level'
import { full, target } from './open'
import type { Task } from './task'

type Clone = CommandOf<'task.clone'>

/**
 * Copies a task, and those of its children that are named, into one column. What is a matter of
 * one task alone stays behind: comments, time, its sprint, and its links, but for one that says
 * what it is a copy of.
 */
export function cloneTask(c: Clone, state: State, facts: Facts): Decision {
  const { project, tasks } = state
  if (!project) return noProject()
  const aim = target(c, c.statusId, state, facts)
  if ('stop' in aim) return aim.stop
  const sources = c.copies.flatMap(({ from }) => tasks?.get(from) ?? [])
  const [first] = sources
  if (!first || sources.length < c.copies.length || first.id !== c.taskId) {
    return refuse('not-found', 'There is no such task.', 'taskId')
  }
  if (c.copies.some(({ to }) => tasks?.has(to))) {
    return refuse('id-taken', 'Another task has this id.', 'copies')
  }
  const strays = sources.some((task) => task.archivedAt || !isOf(task, c.taskId))
  if (strays) return refuse('invalid', 'Only what is open below the task can go along.', 'copies')
  const root = c.copies[0]?.to ?? ''
  const stop =
    full(aim.status, sources.length) ?? misfit({ ...first, id: root }, first.parentId, facts)
  if (stop) return stop
  const ranks = ranksBetween(facts.between, sources.length)
  const events = sources.map((task, i): NewEvent => {
    const isRoot = task.id === c.taskId
    const data = {
      ...copied(task),
      number: project.nextNumber + i,
      statusId: c.statusId,
      rank: ranks[i] ?? '',
      links: isRoot ? [`clones:${project.key}-${task.number}`] : [],
      parentId: isRoot ? task.parentId : root,
    }
    return { type: 'task.created', taskId: c.copies[i]?.to ?? '', version: 1, data }
  })
  return apply(events, facts)
}

const isOf = (task: Task, id: string) => task.id === id || task.parentId === id

/** What a copy has from the start. */
function copied(task: Task) {
  const { type, title, description, priority, assignees, labels, estimate, dueDate } = task
  const { components, fixVersions, affectedVersions, originalEstimate } = task
  const work = { originalEstimate, remainingEstimate: originalEstimate }
  const texts = { type, title, description, priority, assignees, labels, estimate, dueDate }
  return { ...texts, components, fixVersions, affectedVersions, ...work }
}
