import { and, eq, isNull, or, type SQL, sql } from 'drizzle-orm'
import { task } from '@/db/schema/project'
import {
  FILTERABLE_FIELDS,
  type FilterableField,
  isSetField,
  NO_VALUE,
  TASK_FIELDS,
} from '@/domain/task/fields'
import type { BoardFilter } from '@/domain/views/board'
import { hasPlannableType } from './plannableTasks'
import { isInSwimlane } from './swimlaneSql'

/** Returns the rule of `matchesFilter` in domain/views/board.ts as a condition on `task`. */
export function passesFilter(filter: BoardFilter, projectKey: string): SQL | undefined {
  const text = filter.text?.trim().toLowerCase()
  const { sprint, swimlane } = filter
  return and(
    text ? matchesText(text, sql`${projectKey}`) : undefined,
    ...FILTERABLE_FIELDS.map((field) => passesFieldFilter(field, filter[field] ?? [])),
    sprint ? and(eq(task.sprintId, sprint), hasPlannableType) : undefined,
    swimlane ? isInSwimlane(swimlane) : undefined,
  )
}

/**
 * Returns the condition that a lower-case text is part of a task's title or the start of its key.
 */
export function matchesText(text: string, projectKey: SQL): SQL | undefined {
  return or(
    sql`position(${text} in lower(${task.title})) > 0`,
    sql`starts_with(lower(${projectKey} || '-' || ${task.number}), ${text})`,
  )
}

/** Returns the rule of `passesFieldFilter` in domain/task/fields.ts for the field's column. */
function passesFieldFilter(field: FilterableField, wanted: readonly unknown[]): SQL | undefined {
  if (wanted.length === 0) return undefined
  const column = task[field]
  const isSet = isSetField(field)
  const type = sql.raw(isSet ? column.getSQLType() : `${column.getSQLType()}[]`)
  const takesEmpty = TASK_FIELDS[field].filter === 'valuesOrNone' && wanted.includes(NO_VALUE)
  const values = sql.param(wanted.filter((value) => !takesEmpty || value !== NO_VALUE).map(String))
  const hasNone = isSet ? sql`cardinality(${column}) = 0` : isNull(column)
  return or(
    isSet ? sql`${column} && ${values}::${type}` : sql`${column} = any(${values}::${type})`,
    takesEmpty ? hasNone : undefined,
  )
}
