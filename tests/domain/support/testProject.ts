import type { CommandOf } from '@/domain/commands'
import type { Conflict } from '@/domain/conflict/conflict'
import type { Id, StatusId } from '@/domain/kernel/primitives'
import type { Project, Status, StatusDraft } from '@/domain/project/project'
import type { Task } from '@/domain/task/task'
import { TEMPLATE_WORKFLOWS } from '@/domain/workflow/templates'
import { columnOf } from './rankRanges'
import { TestLog } from './testLog'

type TaskDraft = Partial<Omit<CommandOf<'task.create'>, 'type'>>

/** A project with four people: Ann is an admin, Ben and Cleo are members, Vic is a viewer. */
export class TestProject extends TestLog {
  private createdCount = 0

  /** Creates a task as Ann and returns its id; by default it is called "A" and is in `todo`. */
  task(draft: TaskDraft = {}): Id {
    const taskId = draft.taskId ?? `task-${++this.createdCount}`
    const base = { taskId, taskType: 'task', title: 'A', statusId: 'todo', position: {} } as const
    const { outcome, rejection } = this.send('ann', { type: 'task.create', ...base, ...draft })
    if (outcome !== 'applied') throw new Error(`not created: ${rejection?.message}`)
    return taskId
  }

  /** Returns the current state of a task. */
  taskById(id: Id): Task {
    return required(this.projectState.tasks.get(id))
  }

  get project(): Project {
    return required(this.projectState.project)
  }

  status(id: StatusId): Status {
    return required(this.project.statuses.find((status) => status.id === id))
  }

  conflict(id: Id): Conflict {
    return required(this.projectState.conflicts.get(id))
  }

  /** Returns the ids of a column's tasks in rank order. */
  column(statusId: StatusId): Id[] {
    return columnOf(this.projectState, statusId).map((task) => task.id)
  }

  /** Changes a person's role from now on. */
  changeRole(who: Id, role: 'admin' | 'member' | 'viewer'): void {
    const formerRole = this.people.get(who)?.role
    this.people.set(who, { role, roleSince: this.now(), formerRole })
  }
}

/** Creates a project with the given columns, by default todo, in-progress and done. */
export function createTestProject(
  statuses: StatusDraft[] = TEMPLATE_WORKFLOWS.simple.statuses,
): TestProject {
  const testProject = new TestProject()
  const roles = { ann: 'admin', ben: 'member', cleo: 'member', vic: 'viewer' } as const
  for (const [id, role] of Object.entries(roles))
    testProject.people.set(id, { role, roleSince: '2030' })
  testProject.send('ann', { type: 'project.create', key: 'ALO', name: 'Aloy', statuses })
  return testProject
}

/** Returns the default columns with a WIP limit on the middle one. */
export function statusesWithWipLimit(wipLimit: number): StatusDraft[] {
  return TEMPLATE_WORKFLOWS.simple.statuses.map((s) =>
    s.id === 'in-progress' ? { ...s, wipLimit } : s,
  )
}

/** Returns a value that a test requires; throws when it is null or undefined. */
export function required<T>(value: T | undefined | null): T {
  if (value === undefined || value === null) throw new Error('nothing there')
  return value
}
