import { CATEGORIES, type StatusId } from '@/domain/kernel/primitives'
import type { WorkflowStatus } from '@/domain/project/commands'

/** Sizes in the diagram, in px. */
export const NODE = { width: 176, height: 48 }
const NODE_GAP = { across: 132, down: 40 }
const MARGIN = { left: 56, top: 72 }
/** Distance between arrows that pass the same column, in px. */
const ARROW_SPACING = 14

export interface Point {
  x: number
  y: number
}

/** An arrow: its path and the position of its button. */
export interface TransitionArrow {
  from: StatusId
  to: StatusId
  ruleCount: number
  path: string
  handlePosition: Point
}

/** Positions of all parts. Statuses stand in one column per category, in the workflow's order. */
export interface DiagramLayout {
  width: number
  height: number
  /** Left edge of each category that has statuses. */
  headings: { category: WorkflowStatus['category']; x: number }[]
  nodePositions: Map<StatusId, Point>
  arrows: TransitionArrow[]
}

interface NodePosition extends Point {
  column: number
  row: number
}

/** Returns the layout of a workflow. Statuses that allow any transition have no arrows. */
export function layoutDiagram(statuses: readonly WorkflowStatus[]): DiagramLayout {
  const usedCategories = CATEGORIES.filter((each) =>
    statuses.some(({ category }) => category === each),
  )
  const nodePositions = new Map<StatusId, NodePosition>()
  let rowCount = 0
  for (const [column, category] of usedCategories.entries()) {
    const inCategory = statuses.filter((each) => each.category === category)
    rowCount = Math.max(rowCount, inCategory.length)
    for (const [row, { id }] of inCategory.entries()) {
      nodePositions.set(id, {
        column,
        row,
        x: columnX(column),
        y: MARGIN.top + row * cellSize.down,
      })
    }
  }
  const bottomY = MARGIN.top + rowCount * cellSize.down
  const arrowCounts = { above: 0, below: 0 }
  const arrows = statuses.flatMap(({ id, transitions }) =>
    (transitions ?? []).flatMap(({ to, rules }): TransitionArrow[] => {
      const [a, b] = [nodePositions.get(id), nodePositions.get(to)]
      return a && b
        ? [{ from: id, to, ruleCount: rules.length, ...arrowCurve(a, b, bottomY, arrowCounts) }]
        : []
    }),
  )
  return {
    width: columnX(usedCategories.length) - NODE_GAP.across + MARGIN.left,
    height: bottomY + arrowCounts.below * ARROW_SPACING + 8,
    headings: usedCategories.map((category, column) => ({ category, x: columnX(column) })),
    nodePositions,
    arrows,
  }
}

const cellSize = { across: NODE.width + NODE_GAP.across, down: NODE.height + NODE_GAP.down }
const columnX = (column: number) => MARGIN.left + column * cellSize.across

type ArrowCurve = Pick<TransitionArrow, 'path' | 'handlePosition'>

function arrowCurve(
  a: NodePosition,
  b: NodePosition,
  bottomY: number,
  arrowCounts: { above: number; below: number },
): ArrowCurve {
  const columnDistance = b.column - a.column
  if (columnDistance === 0) return sameColumnCurve(a, b)
  if (Math.abs(columnDistance) === 1) return adjacentColumnCurve(a, b)
  const y =
    columnDistance > 0
      ? MARGIN.top - 20 - ARROW_SPACING * arrowCounts.above++
      : bottomY - 16 + ARROW_SPACING * arrowCounts.below++
  return bypassCurve(a, b, y)
}

/** Returns a curve to the adjacent column. Arrows back to an earlier column run a little lower. */
function adjacentColumnCurve(a: NodePosition, b: NodePosition): ArrowCurve {
  const direction = b.column > a.column ? 1 : -1
  const shift = direction > 0 ? -8 : 8
  const start = { x: direction > 0 ? a.x + NODE.width : a.x, y: centerY(a) + shift }
  const end = { x: direction > 0 ? b.x : b.x + NODE.width, y: centerY(b) + shift }
  const bend = (NODE_GAP.across / 2) * direction
  return bezierCurve(start, { x: start.x + bend, y: start.y }, { x: end.x - bend, y: end.y }, end)
}

/** Returns a curve within a column: straight to the next status, around the side of others. */
function sameColumnCurve(a: NodePosition, b: NodePosition): ArrowCurve {
  const isDownward = b.row > a.row
  const rowDistance = Math.abs(b.row - a.row)
  if (rowDistance === 1) {
    const x = a.x + NODE.width / 2 + (isDownward ? 16 : -16)
    const start = { x, y: isDownward ? a.y + NODE.height : a.y }
    const end = { x, y: isDownward ? b.y : b.y + NODE.height }
    return bezierCurve(start, start, end, end, 0.5)
  }
  const x = isDownward ? a.x + NODE.width : a.x
  const bulgeX = x + (isDownward ? 1 : -1) * Math.min(20 + rowDistance * 10, 52)
  const [start, end] = [centerY(a) + (isDownward ? 12 : -12), centerY(b) + (isDownward ? -12 : 12)]
  return bezierCurve(
    { x, y: start },
    { x: bulgeX, y: start },
    { x: bulgeX, y: end },
    { x, y: end },
    0.5,
  )
}

/** Returns a curve past a column in between: forward above it, back below it. */
function bypassCurve(a: NodePosition, b: NodePosition, y: number): ArrowCurve {
  const direction = b.column > a.column ? 1 : -1
  const start = { x: direction > 0 ? a.x + NODE.width : a.x, y: centerY(a) - 16 * direction }
  const end = { x: direction > 0 ? b.x : b.x + NODE.width, y: centerY(b) - 16 * direction }
  const [from, to] = [start.x + 44 * direction, end.x - 44 * direction]
  const bend = 36 * direction
  const path = [
    `M${start.x} ${start.y}`,
    `C${start.x + bend} ${start.y} ${from - bend / 2} ${y} ${from + bend} ${y}`,
    `L${to - bend} ${y}`,
    `C${to + bend / 2} ${y} ${end.x - bend} ${end.y} ${end.x} ${end.y}`,
  ].join(' ')
  return { path, handlePosition: { x: (from + to) / 2, y } }
}

const centerY = ({ y }: Point) => y + NODE.height / 2

function bezierCurve(a: Point, b: Point, c: Point, d: Point, at = 0.36): ArrowCurve {
  const coordinateAt = (k: 'x' | 'y') => {
    const t = 1 - at
    return t ** 3 * a[k] + 3 * t ** 2 * at * b[k] + 3 * t * at ** 2 * c[k] + at ** 3 * d[k]
  }
  const path = `M${a.x} ${a.y} C${b.x} ${b.y} ${c.x} ${c.y} ${d.x} ${d.y}`
  return { path, handlePosition: { x: coordinateAt('x'), y: coordinateAt('y') } }
}
