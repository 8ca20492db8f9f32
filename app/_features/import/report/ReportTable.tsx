'use client'

import { useState } from 'react'
import { Button } from '@/app/_ui/Button'
import { Checkbox } from '@/app/_ui/Checkbox'
import { DataTable } from '@/app/_ui/DataTable'
import { TextField } from '@/app/_ui/TextField'
import { CellSelect } from '../controls/CellSelect'
import { type ReportTableFilter, useReportPages } from './useReportPages'

const OUTCOME_LABELS = {
  all: 'Every outcome',
  created: 'Created',
  updated: 'Updated',
  unchanged: 'Unchanged',
  skipped: 'Skipped',
  failed: 'Failed',
}
const OUTCOME_OPTIONS = Object.entries(OUTCOME_LABELS).map(([value, label]) => ({ value, label }))

type Props = { workspace: string; id: string }

/** The lines of the report, with a filter. */
export function ReportTable({ workspace, id }: Props) {
  const [filter, setFilter] = useState<ReportTableFilter>({
    outcome: 'all',
    withNotes: false,
    text: '',
  })
  const { lines, hasMore, loading, failed, loadMore } = useReportPages(workspace, id, filter)
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
        <div className="w-44">
          <CellSelect
            label="Outcome"
            options={OUTCOME_OPTIONS}
            value={filter.outcome}
            onChange={(outcome) =>
              setFilter({ ...filter, outcome: outcome as ReportTableFilter['outcome'] })
            }
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
          label="Only with notes"
          checked={filter.withNotes}
          onChange={(withNotes) => setFilter({ ...filter, withNotes })}
        />
      </div>
      <div aria-busy={loading}>
        <DataTable
          caption="Import report"
          rows={lines}
          rowKey={(row) => `${row.line} ${row.key}`}
          empty={<p className="py-8 text-center text-muted">No line matches.</p>}
          columns={[
            { id: 'line', header: 'Line', isNumeric: true, cell: (row) => row.line },
            {
              id: 'key',
              header: 'Key',
              className: 'whitespace-nowrap tabular-nums',
              cell: (row) => row.key ?? '–',
            },
            {
              id: 'outcome',
              header: 'Outcome',
              className: 'whitespace-nowrap',
              cell: (row) => OUTCOME_LABELS[row.outcome],
            },
            {
              id: 'comments',
              header: 'Comments',
              isNumeric: true,
              cell: (row) => row.comments || '',
            },
            {
              id: 'steps',
              header: 'History entries',
              isNumeric: true,
              cell: (row) => row.steps || '',
            },
            {
              id: 'notes',
              header: 'Notes',
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
      ) : hasMore ? (
        <div>
          <Button pending={loading} onClick={loadMore}>
            Show more
          </Button>
        </div>
      ) : null}
    </div>
  )
}
