import type { StatusId } from '@/domain/words'

/** A column of the board, or of one of its rows: what cards stand in and are dropped on. */
export type Cell = string

/** The cell of a status; in a row, where `lane` is given. Neither holds a space. */
export const cellOf = (statusId: StatusId, lane: string | null): Cell =>
  lane === null ? statusId : `${lane} ${statusId}`

/** The status of a cell. */
export const statusOf = (cell: Cell): StatusId => cell.slice(cell.indexOf(' ') + 1)

/** The row of a cell; null on a board without rows. */
export const laneOfCell = (cell: Cell): string | null =>
  cell.includes(' ') ? cell.slice(0, cell.indexOf(' ')) : null
