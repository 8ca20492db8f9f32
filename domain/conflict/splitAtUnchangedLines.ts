/** Three versions of a text or of a section of it, as lines. */
export interface TextVersions {
  base: string[]
  theirs: string[]
  mine: string[]
}

/**
 * Splits three versions of a text after lines that are certainly unchanged: those at the start or
 * end of all three, and those that occur exactly once in each, in the same order. A merge takes
 * cubic time in the number of equal lines, so short sections are much faster.
 */
export function splitAtUnchangedLines(versions: TextVersions): TextVersions[] {
  const { base, theirs, mine } = versions
  const parts: TextVersions[] = []
  let from = { base: 0, theirs: 0, mine: 0 }
  for (const to of [
    ...cutsAfterUnchangedLines(versions),
    { base: base.length, theirs: theirs.length, mine: mine.length },
  ]) {
    parts.push({
      base: base.slice(from.base, to.base),
      theirs: theirs.slice(from.theirs, to.theirs),
      mine: mine.slice(from.mine, to.mine),
    })
    from = to
  }
  return parts
}

type CutPoint = Record<keyof TextVersions, number>

/** Returns the cut points after the unchanged lines, ascending in all three versions. */
function cutsAfterUnchangedLines({ base, theirs, mine }: TextVersions): CutPoint[] {
  const shortest = Math.min(base.length, theirs.length, mine.length)
  const alike = (b: number, t: number, m: number) => base[b] === theirs[t] && base[b] === mine[m]
  let head = 0
  while (head < shortest && alike(head, head, head)) head++
  const ends = (n: number) => alike(base.length - n, theirs.length - n, mine.length - n)
  let tail = 0
  while (tail < shortest - head && ends(tail + 1)) tail++
  const cuts: CutPoint[] = [{ base: head, theirs: head, mine: head }]
  const inTheirs = uniqueLines(theirs)
  const inMine = uniqueLines(mine)
  for (const [line, index] of uniqueLines(base)) {
    const cut = {
      base: index + 1,
      theirs: lineAfter(inTheirs, line),
      mine: lineAfter(inMine, line),
    }
    const last = cuts.at(-1)
    if (last && cut.base > last.base && cut.theirs > last.theirs && cut.mine > last.mine) {
      if (index < base.length - tail) cuts.push(cut)
    }
  }
  cuts.push({ base: base.length - tail, theirs: theirs.length - tail, mine: mine.length - tail })
  return cuts
}

const lineAfter = (lines: Map<string, number>, line: string) => (lines.get(line) ?? -1) + 1

/** Returns the index of each line that occurs exactly once, in order. */
function uniqueLines(lines: string[]): Map<string, number> {
  const positions = new Map<string, number>()
  const repeated = new Set<string>()
  for (const [index, line] of lines.entries()) {
    if (repeated.has(line) || !positions.delete(line)) positions.set(line, index)
    else repeated.add(line)
  }
  for (const line of repeated) positions.delete(line)
  return positions
}
