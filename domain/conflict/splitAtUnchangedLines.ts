/** Three versions of a text, or of a part of it, as lines. */
export interface TextVersions {
  base: string[]
  theirs: string[]
  mine: string[]
}

/**
 * Cuts three versions of a text behind the lines that surely stayed: those that begin or end all
 * three, and those that each holds exactly once, in the same order. Looking for what changed
 * takes the cube of the lines that look alike, so it pays to look between them only.
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

/** The places right behind the lines that surely stayed, ascending in all three. */
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

/** Where each line stands that stands in one place only, in order. */
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
