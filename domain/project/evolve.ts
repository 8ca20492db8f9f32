import { byRank } from '../byRank'
import { evolveCatalog } from '../catalog/evolve'
import type { LoggedEvent } from '../events'
import { evolveSprints } from '../sprint/evolve'
import type { Moment, StatusId } from '../words'
import type { StatusSeed } from './events'
import type { Project, Status } from './project'
import { type Way, without, withWays } from './ways'

function status(seed: StatusSeed): Status {
  return {
    ...seed,
    taskCount: 0,
    transitions: seed.transitions ?? null,
    transitionsSince: null,
    removedAt: null,
  }
}

/** The project with one status changed; the others are shared, since a replay does this often. */
function edit(project: Project, id: StatusId, change: (status: Status) => Status): Project {
  const index = project.statuses.findIndex((s) => s.id === id)
  const status = project.statuses[index]
  if (!status) return project
  const statuses = project.statuses.slice()
  statuses[index] = change(status)
  return { ...project, statuses }
}

function count(project: Project, id: StatusId, by: number): Project {
  return edit(project, id, (s) => ({ ...s, taskCount: s.taskCount + by }))
}

function removed(project: Project, id: StatusId, at: Moment): Project {
  const gone = edit(project, id, (s) => ({ ...s, removedAt: at }))
  return { ...gone, statuses: gone.statuses.map((status) => without(status, id)) }
}

function restored(project: Project, id: StatusId, ways: readonly Way[]): Project {
  const back = edit(project, id, (s) => ({ ...s, removedAt: null }))
  if (ways.length === 0) return back
  return { ...back, statuses: back.statuses.map((status) => withWays(status, ways)) }
}

/** The project after one event of its log: its own, or one that moves a column's count. */
export function evolveProject(
  project: Project | undefined,
  event: LoggedEvent,
): Project | undefined {
  if (event.type === 'project.created') {
    const { workspaceId, key, name, statuses } = event.data
    return {
      id: event.projectId,
      workspaceId,
      key,
      name,
      statuses: statuses.map(status).sort(byRank),
      sprints: [],
      components: [],
      fixVersions: [],
      parallelSprints: false,
      nextNumber: 1,
      version: event.version ?? 1,
    }
  }
  if (!project) return project
  const next = change(project, event)
  return event.taskId === null && event.version !== null
    ? { ...next, version: event.version }
    : next
}

function change(project: Project, event: LoggedEvent): Project {
  switch (event.type) {
    case 'project.renamed':
      return { ...project, name: event.data.to }
    case 'status.added':
      return { ...project, statuses: [...project.statuses, status(event.data)].sort(byRank) }
    case 'status.edited':
      return edit(project, event.data.statusId, (s) => {
        const to = Object.entries(event.data.set).map(([field, set]) => [field, set.to])
        const since = event.data.set.transitions ? { transitionsSince: event.at } : {}
        return { ...s, ...Object.fromEntries(to), ...since }
      })
    case 'status.moved': {
      const moved = edit(project, event.data.statusId, (s) => ({ ...s, rank: event.data.rank }))
      return { ...moved, statuses: moved.statuses.toSorted(byRank) }
    }
    case 'status.restored':
      return restored(project, event.data.statusId, event.data.ways ?? [])
    case 'status.removed':
      return removed(project, event.data.statusId, event.at)
    case 'task.created': {
      const counted = count(project, event.data.statusId, 1)
      return { ...counted, nextNumber: Math.max(project.nextNumber, event.data.number + 1) }
    }
    case 'task.moved':
      return event.data.from === event.data.to
        ? project
        : count(count(project, event.data.from, -1), event.data.to, 1)
    case 'task.archived':
      return count(project, event.data.statusId, -1)
    case 'task.restored':
      return count(project, event.data.statusId, 1)
    case 'project.sprints':
      return { ...project, parallelSprints: event.data.to }
    default: {
      const catalog = evolveCatalog(project, event)
      if (catalog) return { ...project, ...catalog }
      const sprints = evolveSprints(project.sprints, event)
      return sprints === project.sprints ? project : { ...project, sprints }
    }
  }
}
