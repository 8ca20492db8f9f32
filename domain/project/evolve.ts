import { evolveComponentsAndVersions } from '../component/evolve'
import type { StoredEvent } from '../events'
import { assertNever } from '../kernel/assertNever'
import { compareByRank } from '../kernel/byRank'
import { newValuesOf } from '../kernel/newValuesOf'
import type { Instant, StatusId } from '../kernel/primitives'
import { evolveSprints } from '../sprint/evolve'
import {
  type WorkflowTransition,
  withoutTransitionsTo,
  withTransitions,
} from '../workflow/transitionsTo'
import type { StatusSeed } from './events'
import type { Project, Status } from './project'

function statusFromSeed(seed: StatusSeed): Status {
  return {
    ...seed,
    taskCount: 0,
    transitions: seed.transitions ?? null,
    transitionsChangedAt: null,
    removedAt: null,
  }
}

/**
 * Returns the project with one status changed. The other statuses are shared, because a replay
 * calls this often.
 */
function updateStatus(project: Project, id: StatusId, change: (status: Status) => Status): Project {
  const index = project.statuses.findIndex((s) => s.id === id)
  const status = project.statuses[index]
  if (!status) return project
  const statuses = project.statuses.slice()
  statuses[index] = change(status)
  return { ...project, statuses }
}

function adjustTaskCount(project: Project, id: StatusId, by: number): Project {
  return updateStatus(project, id, (s) => ({ ...s, taskCount: s.taskCount + by }))
}

function removeStatus(project: Project, id: StatusId, at: Instant): Project {
  const result = updateStatus(project, id, (s) => ({ ...s, removedAt: at }))
  return { ...result, statuses: result.statuses.map((status) => withoutTransitionsTo(status, id)) }
}

function restoreStatus(
  project: Project,
  id: StatusId,
  transitions: readonly WorkflowTransition[],
): Project {
  const back = updateStatus(project, id, (s) => ({ ...s, removedAt: null }))
  if (transitions.length === 0) return back
  return { ...back, statuses: back.statuses.map((status) => withTransitions(status, transitions)) }
}

/**
 * Returns the project after one event of its log. Task events change only the counts of its
 * statuses.
 */
export function evolveProject(
  project: Project | undefined,
  event: StoredEvent,
): Project | undefined {
  if (event.type === 'project.created') {
    const { workspaceId, key, name, statuses } = event.data
    return {
      id: event.projectId,
      workspaceId,
      key,
      name,
      statuses: statuses.map(statusFromSeed).sort(compareByRank),
      sprints: [],
      components: [],
      versions: [],
      parallelSprints: false,
      nextNumber: 1,
      version: event.version,
    }
  }
  if (!project) return project
  const next = evolveBody(project, event)
  return event.taskId === null && event.version !== null
    ? { ...next, version: event.version }
    : next
}

function evolveBody(project: Project, event: StoredEvent): Project {
  switch (event.type) {
    case 'project.renamed':
      return { ...project, name: event.data.to }
    case 'status.added':
      return {
        ...project,
        statuses: [...project.statuses, statusFromSeed(event.data)].sort(compareByRank),
      }
    case 'status.edited':
      return updateStatus(project, event.data.statusId, (s) => {
        const since = event.data.set.transitions ? { transitionsChangedAt: event.at } : {}
        return { ...s, ...newValuesOf(event.data.set), ...since }
      })
    case 'status.moved': {
      const moved = updateStatus(project, event.data.statusId, (s) => ({
        ...s,
        rank: event.data.rank,
      }))
      return { ...moved, statuses: moved.statuses.toSorted(compareByRank) }
    }
    case 'status.restored':
      return restoreStatus(project, event.data.statusId, event.data.transitions ?? [])
    case 'status.removed':
      return removeStatus(project, event.data.statusId, event.at)
    case 'task.created': {
      const counted = adjustTaskCount(project, event.data.statusId, 1)
      return { ...counted, nextNumber: Math.max(project.nextNumber, event.data.number + 1) }
    }
    case 'task.moved':
      return event.data.from === event.data.to
        ? project
        : adjustTaskCount(adjustTaskCount(project, event.data.from, -1), event.data.to, 1)
    case 'task.archived':
      return adjustTaskCount(project, event.data.statusId, -1)
    case 'task.restored':
      return adjustTaskCount(project, event.data.statusId, 1)
    case 'project.parallelSprintsChanged':
      return { ...project, parallelSprints: event.data.to }
    case 'sprint.created':
    case 'sprint.imported':
    case 'sprint.edited':
    case 'sprint.moved':
    case 'sprint.started':
    case 'sprint.completed':
    case 'sprint.reopened':
    case 'sprint.removed':
    case 'sprint.restored':
    case 'sprint.capacityChanged':
      return { ...project, sprints: evolveSprints(project.sprints, event) }
    case 'component.added':
    case 'component.edited':
    case 'component.removed':
    case 'component.restored':
    case 'version.added':
    case 'version.edited':
    case 'version.removed':
    case 'version.restored':
      return { ...project, ...evolveComponentsAndVersions(project, event) }
    case 'project.created':
    case 'task.edited':
    case 'task.planned':
    case 'comment.added':
    case 'comment.edited':
    case 'comment.deleted':
    case 'comment.restored':
    case 'worklog.added':
    case 'worklog.edited':
    case 'worklog.deleted':
    case 'conflict.detected':
    case 'conflict.resolved':
      return project
    default:
      return assertNever(event, project)
  }
}
