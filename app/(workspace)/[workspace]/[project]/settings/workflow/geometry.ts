import type { WorkflowStatus } from '@/domain/project/commands'
import { CATEGORIES, type StatusId } from '@/domain/words'

/** Sizes of the drawing, in px. */
export const NODE = { width: 176, height: 48 }
const GAP = { across: 132, down: 40 }
const MARGIN = { left: 56, top: 72 }
/** How far arrows that pass a column keep apart from each other. */
const LANE = 14

export interface Point {
  x: number
  y: number
}

/** An arrow: its path, and the point that its button sits on. */
export interface Arrow {
  from: StatusId
  to: StatusId
  rules: number
  path: string
  handle: Point
}

/** Where everything stands: states in a column for each category, in the workflow's order. */
export interface Picture {
  width: number
  height: number
  /** The left edge of each category that has states. */
  heads: { category: WorkflowStatus['category']; x: number }[]
  states: Map<StatusId, Point>
  arrows: Arrow[]
}

interface Place extends Point {
  column: number
  row: number
}

/** Lays out a workflow; statuses that lead anywhere have no arrows of their own. */
export function pictureOf(statuses: readonly WorkflowStatus[]): Picture {
  const used = CATEGORIES.filter((each) => statuses.some(({ category }) => category === each))
  const places = new Map<StatusId, Place>()
  let rows = 0
  for (const [column, category] of used.entries()) {
    const here = statuses.filter((each) => each.category === category)
    rows = Math.max(rows, here.length)
    for (const [row, { id }] of here.entries()) {
      places.set(id, { column, row, x: leftOf(column), y: MARGIN.top + row * step.down })
    }
  }
  const floor = MARGIN.top + rows * step.down
  const lanes = { above: 0, below: 0 }
  const arrows = statuses.flatMap(({ id, transitions }) =>
    (transitions ?? []).flatMap(({ to, rules }): Arrow[] => {
      const [a, b] = [places.get(id), places.get(to)]
      return a && b ? [{ from: id, to, rules: rules.length, ...curve(a, b, floor, lanes) }] : []
    }),
  )
  return {
    width: leftOf(used.length) - GAP.across + MARGIN.left,
    height: floor + lanes.below * LANE + 8,
    heads: used.map((category, column) => ({ category, x: leftOf(column) })),
    states: places,
    arrows,
  }
}

const step = { across: NODE.width + GAP.across, down: NODE.height + GAP.down }
const leftOf = (column: number) => MARGIN.left + column * step.across

type Curve = Pick<Arrow, 'path' | 'handle'>

function curve(a: Place, b: Place, floor: number, lanes: { above: number; below: number }): Curve {
  const across = b.column - a.column
  if (across === 0) return within(a, b)
  if (Math.abs(across) === 1) return beside(a, b)
  const y = across > 0 ? MARGIN.top - 20 - LANE * lanes.above++ : floor - 16 + LANE * lanes.below++
  return around(a, b, y)
}

/** To the next column: straight across, those that lead back a little lower. */
function beside(a: Place, b: Place): Curve {
  const on = b.column > a.column ? 1 : -1
  const shift = on > 0 ? -8 : 8
  const start = { x: on > 0 ? a.x + NODE.width : a.x, y: middle(a) + shift }
  const end = { x: on > 0 ? b.x : b.x + NODE.width, y: middle(b) + shift }
  const bend = (GAP.across / 2) * on
  return bezier(start, { x: start.x + bend, y: start.y }, { x: end.x - bend, y: end.y }, end)
}

/** Up or down in the same column: straight to the next, round the side past others. */
function within(a: Place, b: Place): Curve {
  const down = b.row > a.row
  const far = Math.abs(b.row - a.row)
  if (far === 1) {
    const x = a.x + NODE.width / 2 + (down ? 16 : -16)
    const start = { x, y: down ? a.y + NODE.height : a.y }
    const end = { x, y: down ? b.y : b.y + NODE.height }
    return bezier(start, start, end, end, 0.5)
  }
  const x = down ? a.x + NODE.width : a.x
  const out = x + (down ? 1 : -1) * Math.min(20 + far * 10, 52)
  const [start, end] = [middle(a) + (down ? 12 : -12), middle(b) + (down ? -12 : 12)]
  return bezier({ x, y: start }, { x: out, y: start }, { x: out, y: end }, { x, y: end }, 0.5)
}

/** Past a column in between: over it, or back below it. */
function around(a: Place, b: Place, y: number): Curve {
  const on = b.column > a.column ? 1 : -1
  const start = { x: on > 0 ? a.x + NODE.width : a.x, y: middle(a) - 16 * on }
  const end = { x: on > 0 ? b.x : b.x + NODE.width, y: middle(b) - 16 * on }
  const [from, to] = [start.x + 44 * on, end.x - 44 * on]
  const bend = 36 * on
  const path = [
    `M${start.x} ${start.y}`,
    `C${start.x + bend} ${start.y} ${from - bend / 2} ${y} ${from + bend} ${y}`,
    `L${to - bend} ${y}`,
    `C${to + bend / 2} ${y} ${end.x - bend} ${end.y} ${end.x} ${end.y}`,
  ].join(' ')
  return { path, handle: { x: (from + to) / 2, y } }
}

const middle = ({ y }: Point) => y + NODE.height / 2

function bezier(a: Point, b: Point, c: Point, d: Point, at = 0.36): Curve {
  const on = (k: 'x' | 'y') => {
    const t = 1 - at
    return t ** 3 * a[k] + 3 * t ** 2 * at * b[k] + 3 * t * at ** 2 * c[k] + at ** 3 * d[k]
  }
  const path = `M${a.x} ${a.y} C${b.x} ${b.y} ${c.x} ${c.y} ${d.x} ${d.y}`
  return { path, handle: { x: on('x'), y: on('y') } }
}
