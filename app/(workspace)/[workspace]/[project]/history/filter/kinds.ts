import type { Kind } from '@/domain/history'

/** What each kind of event is called, and what it takes in. */
export const kinds: Record<Kind, { name: string; takesIn: string }> = {
  tasks: { name: 'Tasks', takesIn: 'created, edited, archived' },
  moves: { name: 'Moves', takesIn: 'from column to column' },
  sprints: { name: 'Sprints', takesIn: 'planned, started, completed' },
  comments: { name: 'Comments', takesIn: '' },
  time: { name: 'Time', takesIn: 'logged, changed, deleted' },
  columns: { name: 'Project', takesIn: 'name and columns' },
  conflicts: { name: 'Conflicts', takesIn: 'and decisions' },
}
