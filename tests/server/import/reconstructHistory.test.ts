import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  rulesOf,
  TASK_FIELD_NAMES,
  type TaskField,
  type TaskFieldValues,
} from '@/domain/task/fields'
import {
  type ImportedHistoryEntry,
  reconstructHistory,
} from '@/server/import/jira/reconstructHistory'
import {
  applyChange,
  type ImportedChange,
  type TaskSnapshot,
} from '@/server/import/jira/taskSnapshot'
import { propertyRuns } from '@/tests/support/propertyRuns'

const value = fc.constantFrom('a', 'b', 'c')
const valueSet = fc.uniqueArray(value, { maxLength: 3 }).map((list) => list.sort())
const optionalValue = fc.option(value, { nil: null })
/** Generates values of a field's type. Their meaning does not matter here. */
function fieldValue(field: TaskField): fc.Arbitrary<unknown> {
  const { kind, values, default: empty } = rulesOf(field)
  if (kind === 'set') return valueSet
  if (values) return fc.constantFrom(...values)
  return empty === null ? optionalValue : value
}
const fieldValues = Object.fromEntries(
  TASK_FIELD_NAMES.map((field) => [field, fieldValue(field)]),
) as { [F in TaskField]: fc.Arbitrary<TaskFieldValues[F]> }
const snapshot: fc.Arbitrary<TaskSnapshot> = fc.record({
  ...fieldValues,
  statusId: value,
  sprintId: optionalValue,
})
const change: fc.Arbitrary<ImportedChange> = fc.oneof(
  fc.record({ field: fc.constant('title' as const), from: value, to: value }),
  fc.record({ field: fc.constant('statusId' as const), from: value, to: value }),
  fc.record({ field: fc.constant('labels' as const), from: valueSet, to: valueSet }),
  fc.record({ field: fc.constant('assignees' as const), from: valueSet, to: valueSet }),
  fc.record({ field: fc.constant('sprintId' as const), from: optionalValue, to: optionalValue }),
  fc.record({ field: fc.constant('parentId' as const), from: optionalValue, to: optionalValue }),
  fc.record({
    field: fc.constant('fixVersion' as const),
    added: optionalValue,
    removed: optionalValue,
  }),
  fc.record({ field: fc.constant('link' as const), added: optionalValue, removed: optionalValue }),
)
const entries: fc.Arbitrary<ImportedHistoryEntry[]> = fc
  .array(fc.array(change, { minLength: 1, maxLength: 3 }), { maxLength: 8 })
  .map((all) =>
    all.map((changes, i) => ({ at: `2024-01-0${i + 1}T00:00:00.000Z`, actor: 'p', changes })),
  )
const repairOptions = { at: '2024-02-01T00:00:00.000Z', actor: () => 'nobody' }

/** Returns the snapshot after applying the steps. */
function applySteps(
  first: TaskSnapshot,
  steps: ReturnType<typeof reconstructHistory>['steps'],
): TaskSnapshot {
  const now: Record<string, unknown> = { ...first }
  for (const { set = {}, sets = {}, status, sprint } of steps) {
    for (const [field, { from, to }] of Object.entries(set)) {
      expect(now[field]).toEqual(from)
      now[field] = to
    }
    for (const [field, { added, removed }] of Object.entries(sets)) {
      const kept = (now[field] as string[]).filter((entry) => !removed.includes(entry))
      now[field] = [...kept, ...added].sort()
    }
    if (status) now.statusId = status.to
    if (sprint) now.sprintId = sprint.to
  }
  return now as unknown as TaskSnapshot
}

describe('a reconstructed history', () => {
  it('the history always ends at the current snapshot, however wrong its entries are', () => {
    fc.assert(
      fc.property(snapshot, entries, (now, history) => {
        const { first, steps } = reconstructHistory(now, history, repairOptions)
        expect(applySteps(first, steps)).toEqual(now)
        expect(steps.map((step) => step.at)).toEqual(steps.map((step) => step.at).sort())
      }),
      propertyRuns(1000),
    )
  })

  it('a correct history needs no correction', () => {
    fc.assert(
      fc.property(snapshot, entries, (start, history) => {
        let now = start
        // Each change starts from the previous state, as in a tracker without data loss.
        const honest = history.map((entry) => ({
          ...entry,
          changes: entry.changes
            .filter((each) => !('added' in each))
            .map((each) => {
              const recorded = {
                ...each,
                from: now[each.field as keyof TaskSnapshot],
              } as ImportedChange
              now = applyChange(now, recorded)
              return recorded
            }),
        }))
        const { first, corrected } = reconstructHistory(now, honest, repairOptions)
        expect(corrected).toBe(false)
        expect(first).toEqual(start)
      }),
      propertyRuns(),
    )
  })
})
