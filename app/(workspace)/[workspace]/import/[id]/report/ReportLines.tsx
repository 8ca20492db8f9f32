'use client'

import { useState } from 'react'
import { Button } from '@/app/_ui/Button'
import { Checkbox } from '@/app/_ui/Checkbox'
import { DataTable } from '@/app/_ui/DataTable'
import { TextField } from '@/app/_ui/TextField'
import { Choice } from '../preview/Choice'
import type { Page } from './Report'
import { type Filter, useReport } from './useReport'

const outcomes = {
  all: 'Every outcome',
  created: 'Created',
  updated: 'Updated',
  unchanged: 'Unchanged',
  'left-out': 'Left out',
  failed: 'Failed',
}
const options = Object.entries(outcomes).map(([value, label]) => ({ value, label }))

type Props = { workspace: string; id: string; first: Page }

/** The report line by line, with a filter. */
export function ReportLines({ workspace, id, first }: Props) {
  const [filter, setFilter] = useState<Filter>({ outcome: 'all', noted: false, text: '' })
  const { lines, more, loading, failed, loadMore } = useReport(workspace, id, first, filter)
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
        <div className="w-44">
          <Choice
            label="Outcome"
            options={options}
            value={filter.outcome}
            onChange={(outcome) => setFilter({ ...filter, outcome: outcome as Filter['outcome'] })}
          />
        </div>
        <div className="w-60 grow sm:grow-0">
          <TextField
            label="Key or word"
            hideLabel
            type="search"
            placeholder="Key or word…"
            value={filter.text}
            onChange={(event) => setFilter({ ...filter, text: event.target.value })}
          />
        </div>
        <Checkbox
          label="Only with remarks"
          checked={filter.noted}
          onChange={(noted) => setFilter({ ...filter, noted })}
        />
      </div>
      <div aria-busy={loading}>
        <DataTable
          caption="What became of each line"
          rows={lines}
          rowKey={(row) => `${row.line} ${row.key}`}
          empty={<p className="py-8 text-center text-muted">No line matches.</p>}
          columns={[
            { id: 'line', title: 'Line', number: true, cell: (row) => row.line },
            {
              id: 'key',
              title: 'Key',
              className: 'whitespace-nowrap tabular-nums',
              cell: (row) => row.key ?? '–',
            },
            {
              id: 'outcome',
              title: 'Outcome',
              className: 'whitespace-nowrap',
              cell: (row) => outcomes[row.outcome],
            },
            { id: 'comments', title: 'Comments', number: true, cell: (row) => row.comments || '' },
            { id: 'steps', title: 'Steps', number: true, cell: (row) => row.steps || '' },
            {
              id: 'remarks',
              title: 'Remarks',
              className: 'min-w-60 py-1',
              cell: (row) => [row.reason, ...row.notes].filter(Boolean).join(' '),
            },
          ]}
        />
      </div>
      {failed ? (
        <p role="alert" className="text-danger-ink">
          The report could not be loaded. <Button onClick={loadMore}>Try again</Button>
        </p>
      ) : more ? (
        <div>
          <Button pending={loading} onClick={loadMore}>
            Show more
          </Button>
        </div>
      ) : null}
    </div>
  )
}
