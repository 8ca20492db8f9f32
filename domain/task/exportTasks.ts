import { activeOnly, LIST_BY_FIELD } from '../component/componentsAndVersions'
import { deriveId } from '../kernel/derivedId'
import type { Id, Instant, StatusId } from '../kernel/primitives'
import type { Project, Status } from '../project/project'
import type { Reads } from '../reads'
import type { TransferredTask } from './commands'
import type { DroppedFields } from './events'
import { fieldsWith, type ListedField, pickFields } from './fields'
import type { Task } from './task'

const COPIED_FIELDS = fieldsWith('transfer', 'copy')
const LISTED_FIELDS = fieldsWith('transfer', 'byName')

/**
 * Returns tasks in the form in which another project receives them: with comments and worklogs, and
 * with that project's statuses, components and versions of the same names. The first task is the
 * parent of the others. The new ids are derived from the command's id.
 */
export function exportTasks(
  tasks: Task[],
  { project, transfer: { comments, worklogs } }: Reads<'project' | 'transfer'>,
  to: Project,
  commandId: Id,
): TransferredTask[] {
  const statusFor = statusMapper(project.statuses, to.statuses)
  const newIds = new Map(tasks.map((task) => [task.id, deriveId(commandId, task.id)]))
  const activeOf =
    <T extends { taskId: Id; deletedAt: Instant | null }>(all: readonly T[]) =>
    (task: Task) =>
      all.filter((e) => e.taskId === task.id && !e.deletedAt)
  const [commentsOf, worklogsOf] = [activeOf(comments), activeOf(worklogs)]
  return tasks.map((task) => {
    const parentId = newIds.get(task.parentId ?? '') ?? null
    const { found, missing } = matchListedFields(task, project, to)
    const droppedFields: DroppedFields = {
      ...droppedSprint(task, project),
      ...missing,
      ...(task.parentId && !parentId && { parent: true }),
    }
    return {
      taskId: newIds.get(task.id) ?? '',
      previousKey: `${project.key}-${task.number}`,
      reporter: task.reporter,
      createdAt: task.createdAt,
      seed: {
        ...pickFields(task, COPIED_FIELDS),
        ...found,
        statusId: statusFor(task.statusId),
        parentId,
        ...(Object.keys(droppedFields).length > 0 && { droppedFields }),
      },
      comments: commentsOf(task).map(({ id, author, body, createdAt: at }) => ({
        ...{ id: deriveId(commandId, id), author, body, at },
      })),
      worklogs: worklogsOf(task).map(
        ({ id, author, seconds, startedAt, note, deductedFromRemaining, createdAt: at }) => ({
          ...{
            id: deriveId(commandId, id),
            author,
            seconds,
            startedAt,
            note,
            deductedFromRemaining,
            at,
          },
        }),
      ),
    }
  })
}

/**
 * Returns the other project's components and versions of the same names, and the names that it
 * lacks.
 */
function matchListedFields(task: Task, from: Project, to: Project) {
  const found: { [F in ListedField]?: Id[] } = {}
  const missing: { [F in ListedField]?: string[] } = {}
  for (const field of LISTED_FIELDS) {
    const list = LIST_BY_FIELD[field]
    const match = matchByName(task[field], from[list], to[list], field === 'affectedVersions')
    found[field] = match.found
    if (match.missing.length > 0) missing[field] = match.missing
  }
  return { found, missing }
}

function droppedSprint({ sprintId }: Task, { sprints }: Project): DroppedFields {
  const sprint = sprints.find((each) => each.id === sprintId)
  return sprint ? { sprint: sprint.name } : {}
}

const normalizeName = (name: string) => name.trim().toLowerCase()

interface NamedEntry {
  id: Id
  name: string
  removedAt: Instant | null
  state?: string
}

/** Matches components or versions by name; archived versions only when `archived` is true. */
function matchByName(
  ids: Id[],
  from: readonly NamedEntry[],
  to: readonly NamedEntry[],
  archived = false,
) {
  const open = activeOnly(to).filter((each) => archived || each.state !== 'archived')
  const matches = ids.flatMap((id) => {
    const old = from.find((each) => each.id === id)
    const same = open.find((each) => normalizeName(each.name) === normalizeName(old?.name ?? ''))
    return old ? [{ name: old.name, id: same?.id }] : []
  })
  return {
    found: matches.flatMap(({ id }) => id ?? []).sort(),
    missing: matches.filter(({ id }) => !id).map(({ name }) => name),
  }
}

/**
 * Returns a function that maps a status to the one with the same name, else to the first in the
 * same category, else to the first.
 */
function statusMapper(from: Status[], to: Status[]): (id: StatusId) => StatusId {
  const open = activeOnly(to)
  return (id) => {
    const old = from.find((status) => status.id === id)
    const same = open.find(
      (status) => normalizeName(status.name) === normalizeName(old?.name ?? ''),
    )
    const like = open.find((status) => status.category === old?.category)
    return (same ?? like ?? open[0])?.id ?? ''
  }
}
