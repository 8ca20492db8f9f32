/** Three versions of a text, or of a part of it, as lines. */
export interface Versions {
  base: string[]
  theirs: string[]
  mine: string[]
}

/**
 * Cuts three versions of a text behind the lines that surely stayed: those that begin or end all
 * three, and those that each holds exactly once, in the same order. Looking for what changed
 * takes the cube of the lines that look alike, so it pays to look between them only.
 */
export function stretches(all: Versions): Versions[] {
  const { base, theirs, mine } = all
  const parts: Versions[] = []
  let from = { base: 0, theirs: 0, mine: 0 }
  for (const to of [
    ...kept(all),
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

type Cut = Record<keyof Versions, number>

/** The places right behind the lines that surely stayed, ascending in all three. */
function kept({ base, theirs, mine }: Versions): Cut[] {
  const shortest = Math.min(base.length, theirs.length, mine.length)
  const alike = (b: number, t: number, m: number) => base[b] === theirs[t] && base[b] === mine[m]
  let head = 0
  while (head < shortest && alike(head, head, head)) head++
  const ends = (n: number) => alike(base.length - n, theirs.length - n, mine.length - n)
  let tail = 0
  while (tail < shortest - head && ends(tail + 1)) tail++
  const cuts: Cut[] = [{ base: head, theirs: head, mine: head }]
  const inTheirs = once(theirs)
  const inMine = once(mine)
  for (const [line, index] of once(base)) {
    const cut = { base: index + 1, theirs: next(inTheirs, line), mine: next(inMine, line) }
    const last = cuts.at(-1)
    if (last && cut.base > last.base && cut.theirs > last.theirs && cut.mine > last.mine) {
      if (index < base.length - tail) cuts.push(cut)
    }
  }
  cuts.push({ base: base.length - tail, theirs: theirs.length - tail, mine: mine.length - tail })
  return cuts
}

const next = (lines: Map<string, number>, line: string) => (lines.get(line) ?? -1) + 1

/** Where each line stands that stands in one place only, in order. */
function once(lines: string[]): Map<string, number> {
  const places = new Map<string, number>()
  const twice = new Set<string>()
  for (const [index, line] of lines.entries()) {
    if (twice.has(line) || !places.delete(line)) places.set(line, index)
    else twice.add(line)
  }
  for (const line of twice) places.delete(line)
  return places
}
