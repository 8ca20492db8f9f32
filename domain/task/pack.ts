import { live } from '../catalog/catalog'
import type { State } from '../decision'
import { derivedId } from '../derivedId'
import type { Project, Status } from '../project/project'
import type { Id, Moment, StatusId } from '../words'
import type { ReceivedTask } from './commands'
import type { Stayed } from './events'
import type { Task } from './task'

/**
 * Tasks, the first above the others, as another project is to receive them: with their comments
 * and their time, and under its own statuses, components and versions of the same names. The new
 * ids follow from the command's.
 */
export function pack(
  along: Task[],
  { project, comments, worklogs }: State,
  to: Project,
  commandId: Id,
): ReceivedTask[] {
  if (!project) return []
  const statusFor = statuses(project.statuses, to.statuses)
  const become = new Map(along.map((task) => [task.id, derivedId(commandId, task.id)]))
  const of =
    <T extends { taskId: Id; deletedAt: Moment | null }>(all?: ReadonlyMap<Id, T>) =>
    (task: Task) =>
      [...(all?.values() ?? [])].filter((e) => e.taskId === task.id && !e.deletedAt)
  const [said, spent] = [of(comments), of(worklogs)]
  return along.map((task) => {
    const components = entries(task.components, project.components, to.components)
    const versions = entries(task.fixVersions, project.fixVersions, to.fixVersions)
    const affected = entries(task.affectedVersions, project.fixVersions, to.fixVersions, true)
    const parentId = become.get(task.parentId ?? '') ?? null
    const stayed: Stayed = {
      ...sprintOf(task, project),
      ...(components.missing.length > 0 && { components: components.missing }),
      ...(versions.missing.length > 0 && { fixVersions: versions.missing }),
      ...(affected.missing.length > 0 && { affectedVersions: affected.missing }),
      ...(task.parentId && !parentId && { parent: true }),
    }
    return {
      taskId: become.get(task.id) ?? '',
      from: `${project.key}-${task.number}`,
      reporter: task.reporter,
      createdAt: task.createdAt,
      seed: {
        ...kept(task),
        statusId: statusFor(task.statusId),
        parentId,
        components: components.found,
        fixVersions: versions.found,
        affectedVersions: affected.found,
        ...(Object.keys(stayed).length > 0 && { stayed }),
      },
      comments: said(task).map(({ id, author, body, createdAt: at }) => ({
        ...{ id: derivedId(commandId, id), author, body, at },
      })),
      worklogs: spent(task).map(
        ({ id, author, seconds, startedAt, note, taken, createdAt: at }) => ({
          ...{ id: derivedId(commandId, id), author, seconds, startedAt, note, taken, at },
        }),
      ),
    }
  })
}

/** What is the task's own. */
function kept(task: Task) {
  const { type, title, description, priority, assignees, labels, links, estimate, dueDate } = task
  const { resolution, originalEstimate, remainingEstimate } = task
  const texts = { type, title, description, priority, assignees, labels, links, estimate, dueDate }
  return { ...texts, resolution, originalEstimate, remainingEstimate }
}

function sprintOf({ sprintId }: Task, { sprints }: Project): Stayed {
  const sprint = sprints.find((each) => each.id === sprintId)
  return sprint ? { sprint: sprint.name } : {}
}

const plain = (name: string) => name.trim().toLowerCase()

interface Entry {
  id: Id
  name: string
  removedAt: Moment | null
  state?: string
}

/** Components or versions by their names elsewhere; no more tasks go into an archived version. */
function entries(ids: Id[], from: readonly Entry[], to: readonly Entry[], archived = false) {
  const open = live(to).filter((each) => archived || each.state !== 'archived')
  const pairs = ids.flatMap((id) => {
    const old = from.find((each) => each.id === id)
    const same = open.find((each) => plain(each.name) === plain(old?.name ?? ''))
    return old ? [{ name: old.name, id: same?.id }] : []
  })
  return {
    found: pairs.flatMap(({ id }) => id ?? []).sort(),
    missing: pairs.filter(({ id }) => !id).map(({ name }) => name),
  }
}

/** The status of the same name, else the first of the same category, else the first of all. */
function statuses(from: Status[], to: Status[]): (id: StatusId) => StatusId {
  const open = live(to)
  return (id) => {
    const old = from.find((status) => status.id === id)
    const same = open.find((status) => plain(status.name) === plain(old?.name ?? ''))
    const like = open.find((status) => status.category === old?.category)
    return (same ?? like ?? open[0])?.id ?? ''
  }
}
