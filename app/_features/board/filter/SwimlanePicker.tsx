'use client'

import { Rows3 } from 'lucide-react'
import { Combobox } from '@/app/_ui/Combobox'
import { cx } from '@/app/_ui/cx'
import { SWIMLANE_GROUPINGS, type SwimlaneGrouping } from '@/domain/views/swimlanes'
import { useSwimlaneGrouping } from '../swimlanes/useSwimlaneGrouping'

const NONE = 'none'
const groupingLabels: Record<SwimlaneGrouping, string> = {
  person: 'Assignee',
  epic: 'Epic',
  priority: 'Priority',
}

/** Selects whether and by which field the board is grouped into swimlanes. */
export function SwimlanePicker() {
  const [grouping, setGrouping] = useSwimlaneGrouping()
  return (
    <Combobox
      label="Swimlanes"
      options={[
        { id: NONE, label: 'No swimlanes' },
        ...SWIMLANE_GROUPINGS.map((id) => ({ id, label: groupingLabels[id] })),
      ]}
      value={grouping ?? NONE}
      onSelect={(id) => setGrouping(SWIMLANE_GROUPINGS.find((each) => each === id) ?? null)}
      trigger={
        <button
          type="button"
          aria-label={grouping ? `Swimlanes: ${groupingLabels[grouping]}` : 'Swimlanes'}
          data-tooltip="Swimlanes"
          className={cx(
            'flex size-control items-center justify-center rounded-card transition-colors [&_svg]:size-4',
            grouping
              ? 'bg-accent-soft text-accent-ink'
              : 'text-muted hover:bg-hover hover:text-text',
          )}
        >
          <Rows3 />
        </button>
      }
    />
  )
}
