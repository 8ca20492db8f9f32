import type { ReactNode } from 'react'
import { cx } from './cx'

export type TableColumn<Row> = {
  id: string
  header: string
  cell: (row: Row) => ReactNode
  /** Right-aligned, in tabular figures. */
  isNumeric?: boolean
  className?: string
}

/** A plain table with rows of 34 px. Scrolls sideways when needed. */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
  rowClassName,
  empty,
}: {
  /** Accessible name of the table. */
  caption: string
  columns: TableColumn<Row>[]
  rows: Row[]
  rowKey: (row: Row) => string
  /** Returns the classes of a row. */
  rowClassName?: (row: Row) => string
  /** Shown instead of the rows when there are none. */
  empty?: ReactNode
}) {
  if (rows.length === 0 && empty) return <>{empty}</>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must be able to scroll it
    <section tabIndex={0} aria-label={caption} className="overflow-x-auto">
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={cx(
                  'h-row border-b border-line px-2 font-medium whitespace-nowrap text-muted',
                  column.isNumeric && 'text-right',
                )}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className={cx('hover:bg-hover', rowClassName?.(row))}>
              {columns.map((column) => (
                <td
                  key={column.id}
                  className={cx(
                    'h-row border-b border-line px-2',
                    column.isNumeric && 'text-right tabular-nums',
                    column.className,
                  )}
                >
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
