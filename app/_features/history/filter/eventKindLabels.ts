import type { HistoryKind } from '@/domain/views/history'

/** The name of each kind of event and what it includes. */
export const EVENT_KIND_LABELS: Record<HistoryKind, { name: string; description: string }> = {
  tasks: { name: 'Tasks', description: 'created, edited, archived' },
  moves: { name: 'Moves', description: 'from status to status' },
  sprints: { name: 'Sprints', description: 'planned, started, completed' },
  comments: { name: 'Comments', description: '' },
  time: { name: 'Time', description: 'logged, changed, deleted' },
  project: { name: 'Project', description: 'name, statuses, components, versions' },
  conflicts: { name: 'Conflicts', description: 'and decisions' },
}
