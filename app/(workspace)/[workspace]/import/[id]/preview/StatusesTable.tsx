'use client'

import { useId } from 'react'
import { Checkbox } from '@/app/_ui/Checkbox'
import { DataTable } from '@/app/_ui/DataTable'
import { StatusRing } from '@/app/_ui/StatusRing'
import { TextField } from '@/app/_ui/TextField'
import { CATEGORIES, type Category } from '@/domain/words'
import { Choice } from './Choice'
import type { TableProps } from './useMapping'

const names: Record<Category, string> = { todo: 'To do', in_progress: 'In progress', done: 'Done' }
const hues: Record<Category, string> = { todo: 'slate', in_progress: 'amber', done: 'teal' }
const options = CATEGORIES.map((value) => ({ value, label: names[value] }))

/** What each status is called here, its category, and whether it is a column of the board. */
export function StatusesTable({ preview, mapping, change }: TableProps) {
  const list = useId()
  const { statuses } = preview.findings
  return (
    <div className="flex flex-col gap-2">
      <p className="text-muted">
        Statuses with the same name become one. One that only histories know needs no column.
      </p>
      <datalist id={list}>
        {statuses.map((each) => (
          <option key={each.name} value={each.name} />
        ))}
      </datalist>
      <DataTable
        caption="Statuses in the file"
        rows={statuses}
        rowKey={(row) => row.name}
        columns={[
          { id: 'word', title: 'In the file', cell: (row) => row.name },
          {
            id: 'issues',
            title: 'Issues',
            number: true,
            cell: (row) => (row.issues > 0 ? row.issues.toLocaleString('en') : 'history only'),
          },
          {
            id: 'name',
            title: 'Name here',
            className: 'py-1',
            cell: (row) => (
              <TextField
                label={`Name of ${row.name}`}
                hideLabel
                list={list}
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
            title: 'Category',
            className: 'py-1',
            cell: (row) => {
              const category = mapping.statuses[row.name]?.category ?? 'todo'
              return (
                <span className="flex items-center gap-2">
                  <StatusRing category={category} hue={hues[category]} />
                  <Choice
                    label={`Category of ${row.name}`}
                    options={options}
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
            title: 'Column',
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
