'use client'

import { useRouter } from 'next/navigation'
import { useWorkspace } from '@/app/_features/shell/useWorkspace'
import { Button } from '@/app/_ui/Button'
import { Combobox } from '@/app/_ui/Combobox'
import { SegmentedControl } from '@/app/_ui/SegmentedControl'
import { TIMESHEET_GROUPINGS, type Timesheet, timesheetRowsOf } from '@/domain/time/timesheet'
import { type TimesheetQuery, timesheetHref } from '../timesheetQuery'
import { GROUP_LABELS } from './groupLabels'

const FILTERS = ['person', 'project', 'epic', 'label'] as const
const ALL_ID = 'all'

/** Selects the grouping of the team's timesheet and which time it includes. */
export function TeamTimesheetFilters({
  query,
  sheet,
}: {
  query: TimesheetQuery
  sheet: Timesheet
}) {
  const router = useRouter()
  const { slug } = useWorkspace()
  const updateQuery = (change: Partial<TimesheetQuery>) =>
    router.push(timesheetHref(slug, { ...query, ...change }))
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SegmentedControl
        label="Group by"
        value={query.groupBy}
        options={TIMESHEET_GROUPINGS.map((value) => ({ value, label: GROUP_LABELS[value] }))}
        onChange={(groupBy) => updateQuery({ groupBy })}
      />
      <span className="grow" />
      {FILTERS.map((name) => {
        const options = timesheetRowsOf(sheet, name)
          .filter((row) => row.id !== '')
          .map((row) => ({ id: row.id, label: row.name }))
        const value = query.filter[name]
        const allLabel = `Every ${GROUP_LABELS[name].toLowerCase()}`
        const text = options.find((option) => option.id === value)?.label ?? allLabel
        return (
          <Combobox
            key={name}
            label={GROUP_LABELS[name]}
            options={[{ id: ALL_ID, label: allLabel }, ...options]}
            value={value ?? ALL_ID}
            onSelect={(id) =>
              updateQuery({ filter: { ...query.filter, [name]: id === ALL_ID ? undefined : id } })
            }
            trigger={
              <Button size="small" aria-label={`${GROUP_LABELS[name]}: ${text}`}>
                <span className="max-w-40 truncate">{text}</span>
              </Button>
            }
          />
        )
      })}
    </div>
  )
}
