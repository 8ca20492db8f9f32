import { diff3Merge } from 'node-diff3'
import { isEqual } from '../kernel/equal'
import { splitAtUnchangedLines, type TextVersions } from './splitAtUnchangedLines'

/** A section of a merged text: merged lines, or overlapping changes. */
export type Hunk = { ok: string[] } | { conflict: TextVersions }

/** The largest number of steps for merging one section: about 50 ms on one core. */
const MAX_MERGE_STEPS = 1e8

/** Returns the three-way merge of a text by line, as hunks in order. */
export function mergeHunks(base: string, theirs: string, mine: string): Hunk[] {
  const lines = (text: string) => text.split('\n')
  const hunks: Hunk[] = []
  for (const segment of splitAtUnchangedLines({
    base: lines(base),
    theirs: lines(theirs),
    mine: lines(mine),
  })) {
    for (const hunk of mergeSegment(segment)) {
      const last = hunks.at(-1)
      if (!('ok' in hunk && last && 'ok' in last)) hunks.push(hunk)
      else for (const line of hunk.ok) last.ok.push(line)
    }
  }
  return hunks
}

/** Returns the merged text, or null when both sides changed the same lines. */
export function mergeText(base: string, theirs: string, mine: string): string | null {
  const merged: string[] = []
  for (const hunk of mergeHunks(base, theirs, mine)) {
    if ('conflict' in hunk) return null
    merged.push(hunk.ok.join('\n'))
  }
  return merged.join('\n')
}

function mergeSegment(segment: TextVersions): Hunk[] {
  const { base, theirs, mine } = segment
  if (isEqual(theirs, base)) return mine.length > 0 ? [{ ok: [...mine] }] : []
  if (isEqual(mine, base)) return theirs.length > 0 ? [{ ok: [...theirs] }] : []
  if (estimateSteps(base, theirs) + estimateSteps(base, mine) > MAX_MERGE_STEPS)
    return [{ conflict: segment }]
  return diff3Merge(mine, base, theirs, { excludeFalseConflicts: true }).map(({ ok, conflict }) =>
    conflict
      ? { conflict: { base: conflict.o, theirs: conflict.b, mine: conflict.a } }
      : { ok: [...(ok ?? [])] },
  )
}

/** Returns the approximate number of steps for finding the common lines of two lists. */
function estimateSteps(a: string[], b: string[]): number {
  const counts = new Map<string, number>()
  for (const line of a) counts.set(line, (counts.get(line) ?? 0) + 1)
  const pairs = b.reduce((sum, line) => sum + (counts.get(line) ?? 0), 0)
  return pairs * Math.min(a.length, b.length)
}
