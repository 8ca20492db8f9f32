import { diff3Merge } from 'node-diff3'

/** A stretch of a merged text on which both sides agree, or where they overlap. */
export type Hunk =
  | { ok: string[] }
  | { clash: { base: string[]; theirs: string[]; mine: string[] } }

/** The three-way merge of a text by line, as stretches in order. */
export function mergeHunks(base: string, theirs: string, mine: string): Hunk[] {
  const lines = (text: string) => text.split('\n')
  return diff3Merge(lines(mine), lines(base), lines(theirs), { excludeFalseConflicts: true }).map(
    (region) =>
      region.conflict
        ? { clash: { base: region.conflict.o, theirs: region.conflict.b, mine: region.conflict.a } }
        : { ok: region.ok ?? [] },
  )
}

/** The merged text, or null where both sides changed the same lines. */
export function mergeText(base: string, theirs: string, mine: string): string | null {
  const merged: string[] = []
  for (const hunk of mergeHunks(base, theirs, mine)) {
    if ('clash' in hunk) return null
    merged.push(...hunk.ok)
  }
  return merged.join('\n')
}
