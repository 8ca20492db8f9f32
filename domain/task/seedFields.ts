import type { TaskSeed } from './events'
import {
  isEmptyValue,
  rulesOf,
  TASK_FIELD_NAMES,
  TASK_FIELDS,
  type TaskField,
  type TaskFieldValues,
} from './fields'
import type { Task } from './task'

type SeedField = Exclude<TaskField, 'reporter'>
const SEED_FIELDS = TASK_FIELD_NAMES.filter((field): field is SeedField => field !== 'reporter')

/** What a `task.created` holds of a task with these values: sets in order, and nothing empty. */
export function seedFields(values: Partial<TaskFieldValues>): Pick<TaskSeed, SeedField> {
  const seed: Record<string, unknown> = {}
  for (const field of SEED_FIELDS) {
    const value = values[field]
    if (rulesOf(field).stored === 'whenSet' && isEmptyValue(value ?? null)) continue
    const stored = Array.isArray(value) ? [...new Set(value)].sort() : value
    seed[field] = stored ?? TASK_FIELDS[field].default
  }
  return seed as Pick<TaskSeed, SeedField>
}

/**
 * A new task with the fields of its `task.created`; what that leaves out has its default. Sets them
 * on the object that it is given: a spread takes many times as long, and an import makes millions.
 */
export function withSeedFields(task: Omit<Task, SeedField>, seed: TaskSeed): Task {
  const fields = task as Omit<Task, SeedField> & Record<string, unknown>
  for (const field of SEED_FIELDS) fields[field] = seed[field] ?? TASK_FIELDS[field].default
  return task as Task
}
