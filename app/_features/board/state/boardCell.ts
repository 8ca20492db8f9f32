import type { StatusId } from '@/domain/kernel/primitives'

/** A column of the board, or of one of its rows: what cards stand in and are dropped on. */
export type BoardCell = string

/** The cell of a status; in a row, where `swimlane` is given. Neither holds a space. */
export const boardCell = (statusId: StatusId, swimlane: string | null): BoardCell =>
  swimlane === null ? statusId : `${swimlane} ${statusId}`

/** The status of a cell. */
export const statusOfCell = (cell: BoardCell): StatusId => cell.slice(cell.indexOf(' ') + 1)

/** The row of a cell; null on a board without rows. */
export const swimlaneOfCell = (cell: BoardCell): string | null =>
  cell.includes(' ') ? cell.slice(0, cell.indexOf(' ')) : null
