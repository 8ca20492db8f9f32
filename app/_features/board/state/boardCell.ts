import type { StatusId } from '@/domain/kernel/primitives'

/** A column of the board, or the part of it in one swimlane. Cards are dropped on cells. */
export type BoardCell = string

/**
 * Returns the cell of a status, within a swimlane when one is given. Neither id contains a space.
 */
export const boardCell = (statusId: StatusId, swimlane: string | null): BoardCell =>
  swimlane === null ? statusId : `${swimlane} ${statusId}`

/** Returns the status of a cell. */
export const statusOfCell = (cell: BoardCell): StatusId => cell.slice(cell.indexOf(' ') + 1)

/** Returns the swimlane of a cell; null on a board without swimlanes. */
export const swimlaneOfCell = (cell: BoardCell): string | null =>
  cell.includes(' ') ? cell.slice(0, cell.indexOf(' ')) : null
