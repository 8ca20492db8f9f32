'use client'

import { useId } from 'react'
import { Checkbox } from '@/app/_ui/Checkbox'
import { DataTable } from '@/app/_ui/DataTable'
import { StatusIcon } from '@/app/_ui/StatusIcon'
import { TextField } from '@/app/_ui/TextField'
import { CATEGORIES, type Category } from '@/domain/kernel/primitives'
import { CellSelect } from '../controls/CellSelect'
import type { MappingTableProps } from './useImportMapping'

const CATEGORY_LABELS: Record<Category, string> = {
  todo: 'To do',
  in_progress: 'In progress',
  done: 'Done',
}
const CATEGORY_HUES: Record<Category, string> = {
  todo: 'slate',
  in_progress: 'amber',
  done: 'teal',
}
const CATEGORY_OPTIONS = CATEGORIES.map((value) => ({ value, label: CATEGORY_LABELS[value] }))

/** Maps each status: its name, its category, and whether it is a column of the board. */
export function StatusMappingTable({ preview, mapping, change }: MappingTableProps) {
  const datalistId = useId()
  const { statuses } = preview.findings
  return (
    <div className="flex flex-col gap-2">
      <p className="text-muted">
        Statuses with the same name become one. One that occurs only in histories needs no column.
      </p>
      <datalist id={datalistId}>
        {statuses.map((each) => (
          <option key={each.name} value={each.name} />
        ))}
      </datalist>
      <DataTable
        caption="Statuses in the file"
        rows={statuses}
        rowKey={(row) => row.name}
        columns={[
          { id: 'word', header: 'In the file', cell: (row) => row.name },
          {
            id: 'issues',
            header: 'Issues',
            isNumeric: true,
            cell: (row) => (row.issues > 0 ? row.issues.toLocaleString('en') : 'history only'),
          },
          {
            id: 'name',
            header: 'New name',
            className: 'py-1',
            cell: (row) => (
              <TextField
                label={`Name of ${row.name}`}
                hideLabel
                list={datalistId}
                value={mapping.statuses[row.name]?.name ?? ''}
                maxLength={80}
                aria-invalid={mapping.statuses[row.name]?.name.trim() ? undefined : true}
                onChange={(event) => change('statuses', row.name, { name: event.target.value })}
                className="min-w-36"
              />
            ),
          },
          {
            id: 'category',
            header: 'Category',
            className: 'py-1',
            cell: (row) => {
              const category = mapping.statuses[row.name]?.category ?? 'todo'
              return (
                <span className="flex items-center gap-2">
                  <StatusIcon category={category} hue={CATEGORY_HUES[category]} />
                  <CellSelect
                    label={`Category of ${row.name}`}
                    options={CATEGORY_OPTIONS}
                    value={category}
                    onChange={(value) =>
                      change('statuses', row.name, { category: value as Category })
                    }
                  />
                </span>
              )
            },
          },
          {
            id: 'column',
            header: 'Column',
            cell: (row) => (
              <Checkbox
                label={<span className="sr-only">{row.name} is a column</span>}
                checked={row.issues > 0 || (mapping.statuses[row.name]?.column ?? true)}
                disabled={row.issues > 0}
                onChange={(column) => change('statuses', row.name, { column })}
              />
            ),
          },
        ]}
      />
    </div>
  )
}
