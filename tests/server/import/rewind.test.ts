import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Change, type Picture, redo } from '@/server/import/jira/picture'
import { type Entry, rewind } from '@/server/import/jira/rewind'

const words = fc.constantFrom('a', 'b', 'c')
const some = fc.uniqueArray(words, { maxLength: 3 }).map((list) => list.sort())
const picture: fc.Arbitrary<Picture> = fc.record({
  title: words,
  type: fc.constantFrom('task', 'bug'),
  priority: fc.constantFrom(0, 1, 4),
  estimate: fc.constantFrom(null, 1, 2),
  dueDate: fc.constantFrom(null, '2024-01-01'),
  reporter: words,
  description: words,
  assignees: some,
  labels: some,
  links: some,
  components: some,
  fixVersions: some,
  affectedVersions: some,
  statusId: words,
  parentId: fc.constantFrom(null, 'a', 'b'),
  sprintId: fc.constantFrom(null, 'a', 'b'),
  resolution: fc.constantFrom(null, 'done'),
  originalEstimate: fc.constantFrom(null, 60),
  remainingEstimate: fc.constantFrom(null, 0, 60),
})
const maybe = fc.option(words, { nil: null })
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ field: fc.constant('title' as const), from: words, to: words }),
  fc.record({ field: fc.constant('statusId' as const), from: words, to: words }),
  fc.record({ field: fc.constant('labels' as const), from: some, to: some }),
  fc.record({ field: fc.constant('assignees' as const), from: some, to: some }),
  fc.record({ field: fc.constant('sprintId' as const), from: maybe, to: maybe }),
  fc.record({ field: fc.constant('parentId' as const), from: maybe, to: maybe }),
  fc.record({ field: fc.constant('fixVersion' as const), added: maybe, removed: maybe }),
  fc.record({ field: fc.constant('link' as const), added: maybe, removed: maybe }),
)
const entries: fc.Arbitrary<Entry[]> = fc
  .array(fc.array(change, { minLength: 1, maxLength: 3 }), { maxLength: 8 })
  .map((all) =>
    all.map((changes, i) => ({ at: `2024-01-0${i + 1}T00:00:00.000Z`, actor: 'p', changes })),
  )
const mend = { at: '2024-02-01T00:00:00.000Z', actor: () => 'nobody' }

/** A picture after the steps, as the events that they become would leave it. */
function follow(first: Picture, steps: ReturnType<typeof rewind>['steps']): Picture {
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
  return now as unknown as Picture
}

describe('a history that is undone and told again', () => {
  it('always ends at the present picture, however wrong it is', () => {
    fc.assert(
      fc.property(picture, entries, (now, history) => {
        const { first, steps } = rewind(now, history, mend)
        expect(follow(first, steps)).toEqual(now)
        expect(steps.map((step) => step.at)).toEqual(steps.map((step) => step.at).sort())
      }),
      { numRuns: 1000 },
    )
  })

  it('needs no mending when it is true', () => {
    fc.assert(
      fc.property(picture, entries, (start, history) => {
        let now = start
        // Each change starts from what was there, as in a tracker that forgets nothing.
        const honest = history.map((entry) => ({
          ...entry,
          changes: entry.changes
            .filter((each) => !('added' in each))
            .map((each) => {
              const told = { ...each, from: now[each.field as keyof Picture] } as Change
              now = redo(now, told)
              return told
            }),
        }))
        const { first, mended } = rewind(now, honest, mend)
        expect(mended).toBe(false)
        expect(first).toEqual(start)
      }),
    )
  })
})
