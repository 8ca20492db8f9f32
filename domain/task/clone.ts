import type { CommandOf } from '../commands'
import { accept, type Decision, type DecisionContext, reject } from '../decision'
import { aboutUnseenTask, defineCommand } from '../defineCommand'
import type { NewEvent } from '../events'
import { ranksBetween } from '../kernel/rank'
import type { Reads } from '../reads'
import { fieldsWith, pickFields } from './fields'
import { ensureDistinctTasks, ensureWipLimit, requireStatus } from './guards'
import { ensureValidParent } from './hierarchy'
import type { Task } from './task'

type Clone = CommandOf<'task.clone'>

/**
 * Copies a task and the named children into one column. Comments, time, sprint and links are not
 * copied; the copy gets a link to its original.
 */
export function cloneTask(
  command: Clone,
  reads: Reads<'project' | 'tasks' | 'rankRange' | 'hierarchy'>,
  context: DecisionContext,
): Decision {
  const { project, tasks } = reads
  const repeated =
    ensureDistinctTasks(
      command.copies.map(({ from }) => from),
      'copies',
    ) ??
    ensureDistinctTasks(
      command.copies.map(({ to }) => to),
      'copies',
    )
  if (repeated) return repeated
  const lookup = requireStatus(command, command.statusId, reads, context)
  if ('failure' in lookup) return lookup.failure
  const sources = command.copies.flatMap(({ from }) => tasks.get(from) ?? [])
  const [first] = sources
  if (!first || sources.length < command.copies.length || first.id !== command.taskId) {
    return reject('not-found', 'There is no such task.', 'taskId')
  }
  if (command.copies.some(({ to }) => tasks.has(to))) {
    return reject('id-taken', 'Another task has this id.', 'copies')
  }
  const hasInvalidSource = sources.some(
    (task) => task.archivedAt || !isTaskOrChild(task, command.taskId),
  )
  if (hasInvalidSource)
    return reject(
      'invalid',
      'Only the task and its children can be copied, unless they are archived.',
      'copies',
    )
  const root = command.copies[0]?.to ?? ''
  const failure =
    ensureWipLimit(lookup.status, sources.length) ??
    ensureValidParent({ ...first, id: root }, first.parentId, reads)
  if (failure) return failure
  const ranks = ranksBetween(reads.rankRange, sources.length)
  const events = sources.map((task, i): NewEvent => {
    const isRoot = task.id === command.taskId
    const data = {
      ...copiedFields(task),
      number: project.nextNumber + i,
      statusId: command.statusId,
      rank: ranks[i] ?? '',
      links: isRoot ? [`clones:${project.key}-${task.number}`] : [],
      parentId: isRoot ? task.parentId : root,
    }
    return { type: 'task.created', taskId: command.copies[i]?.to ?? '', version: 1, data }
  })
  return accept(events, context)
}

const isTaskOrChild = (task: Task, id: string) => task.id === id || task.parentId === id

const COPIED_FIELDS = fieldsWith('clone', 'copy')

/** Returns the initial fields of a copy; its whole original estimate remains. */
const copiedFields = (task: Task) => ({
  ...pickFields(task, COPIED_FIELDS),
  remainingEstimate: task.originalEstimate,
})

export const cloneTaskCommand = defineCommand({
  type: 'task.clone',
  role: 'member',
  ...aboutUnseenTask,
  readSet: ({ taskId, copies, statusId, position }) => ({
    project: {},
    tasks: { taskIds: copies.flatMap(({ from, to }) => [from, to]), descriptions: true },
    rankRange: { taskIds: copies.map(({ to }) => to), statusId, position },
    // The copy keeps its original's parent, so the ancestors are needed to check it.
    hierarchy: { ancestorsOf: [taskId], childrenOf: [] },
  }),
  decide: cloneTask,
})
