import type { CommandOf } from '@/domain/commands'
import type { Conflict } from '@/domain/conflict/conflict'
import type { Project, Status, StatusDraft } from '@/domain/project/project'
import { WORKFLOWS } from '@/domain/project/templates'
import type { Task } from '@/domain/task/task'
import type { Id, StatusId } from '@/domain/words'
import { Log } from './log'
import { columnOf } from './place'

type Draft = Partial<Omit<CommandOf<'task.create'>, 'type'>>

/** A project with people in it: ann is an admin, ben and cleo are members, vic is a viewer. */
export class World extends Log {
  private made = 0

  /** A new task of ann's, "A" in `todo` unless said otherwise; gives its id. */
  task(draft: Draft = {}): Id {
    const taskId = draft.taskId ?? `task-${++this.made}`
    const base = { taskId, taskType: 'task', title: 'A', statusId: 'todo', place: {} } as const
    const { outcome, refusal } = this.send('ann', { type: 'task.create', ...base, ...draft })
    if (outcome !== 'applied') throw new Error(`not created: ${refusal?.message}`)
    return taskId
  }

  /** The task as it stands. */
  at(id: Id): Task {
    return present(this.folded.tasks.get(id))
  }

  get project(): Project {
    return present(this.folded.project)
  }

  status(id: StatusId): Status {
    return present(this.project.statuses.find((status) => status.id === id))
  }

  conflict(id: Id): Conflict {
    return present(this.folded.conflicts.get(id))
  }

  /** Ids of a column's tasks, from the top. */
  column(statusId: StatusId): Id[] {
    return columnOf(this.folded, statusId).map((task) => task.id)
  }

  /** Gives a person another role, from now on. */
  becomes(who: Id, role: 'admin' | 'member' | 'viewer'): void {
    const formerRole = this.people.get(who)?.role
    this.people.set(who, { role, roleSince: this.now(), formerRole })
  }
}

/** A project of three columns (todo, in-progress, done), or of those given. */
export function given(statuses: StatusDraft[] = WORKFLOWS.simple.statuses): World {
  const world = new World()
  const roles = { ann: 'admin', ben: 'member', cleo: 'member', vic: 'viewer' } as const
  for (const [id, role] of Object.entries(roles)) world.people.set(id, { role, roleSince: '2030' })
  world.send('ann', { type: 'project.create', key: 'ALO', name: 'Aloy', statuses })
  return world
}

/** The same columns with a limit on the middle one. */
export function limited(wipLimit: number): StatusDraft[] {
  return WORKFLOWS.simple.statuses.map((s) => (s.id === 'in-progress' ? { ...s, wipLimit } : s))
}

/** What must be there in a test; throws where it is not. */
export function present<T>(value: T | undefined | null): T {
  if (value === undefined || value === null) throw new Error('nothing there')
  return value
}
