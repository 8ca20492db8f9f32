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

/**
 * Returns the fields that `task.created` stores for these values: sets sorted, empty values left
 * out.
 */
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
 * Returns a new task with the fields of its `task.created` and defaults for all others. Mutates the
 * given object: a spread is many times slower, and imports create millions of tasks.
 */
export function withSeedFields(task: Omit<Task, SeedField>, seed: TaskSeed): Task {
  const fields = task as Omit<Task, SeedField> & Record<string, unknown>
  for (const field of SEED_FIELDS) fields[field] = seed[field] ?? TASK_FIELDS[field].default
  return task as Task
}
