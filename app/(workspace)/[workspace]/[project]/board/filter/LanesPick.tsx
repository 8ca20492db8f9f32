'use client'

import { Rows3 } from 'lucide-react'
import { cx } from '@/app/_ui/cx'
import { Pick } from '@/app/_ui/Pick'
import { LANES_BY, type LanesBy } from '@/domain/lanes'
import { useLanesBy } from '../lanes/useLanesBy'

const NONE = 'none'
const names: Record<LanesBy, string> = { person: 'Person', epic: 'Epic', priority: 'Priority' }

/** Whether the board stands in rows, and by what. */
export function LanesPick() {
  const [by, setBy] = useLanesBy()
  return (
    <Pick
      label="Lanes"
      options={[
        { id: NONE, label: 'No lanes' },
        ...LANES_BY.map((id) => ({ id, label: names[id] })),
      ]}
      value={by ?? NONE}
      onPick={(id) => setBy(LANES_BY.find((each) => each === id) ?? null)}
      trigger={
        <button
          type="button"
          aria-label={by ? `Lanes: ${names[by]}` : 'Lanes'}
          data-tip="Lanes"
          className={cx(
            'flex size-control items-center justify-center rounded-card transition-colors [&_svg]:size-4',
            by ? 'bg-accent-soft text-accent-ink' : 'text-muted hover:bg-hover hover:text-text',
          )}
        >
          <Rows3 />
        </button>
      }
    />
  )
}
