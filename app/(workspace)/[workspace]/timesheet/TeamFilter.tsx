'use client'

import { useRouter } from 'next/navigation'
import { Button } from '@/app/_ui/Button'
import { Pick } from '@/app/_ui/Pick'
import { Segmented } from '@/app/_ui/Segmented'
import { GROUPS, rowsOf, type Timesheet } from '@/domain/time/timesheet'
import { useWorkspace } from '../../_frame/workspace'
import { type Asked, addressOf } from './asked'
import { GROUP_WORDS } from './group-words'

const FILTERS = ['person', 'project', 'epic', 'label'] as const
const ALL = 'all'

/** What the rows of the team's time are, and what is counted in them. */
export function TeamFilter({ asked, sheet }: { asked: Asked; sheet: Timesheet }) {
  const router = useRouter()
  const { slug } = useWorkspace()
  const go = (change: Partial<Asked>) => router.push(addressOf(slug, { ...asked, ...change }))
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Segmented
        label="Rows"
        value={asked.by}
        options={GROUPS.map((value) => ({ value, label: GROUP_WORDS[value] }))}
        onChange={(by) => go({ by })}
      />
      <span className="grow" />
      {FILTERS.map((name) => {
        const options = rowsOf(sheet, name)
          .filter((row) => row.id !== '')
          .map((row) => ({ id: row.id, label: row.name }))
        const value = asked.filter[name]
        const all = `Every ${GROUP_WORDS[name].toLowerCase()}`
        const words = options.find((option) => option.id === value)?.label ?? all
        return (
          <Pick
            key={name}
            label={GROUP_WORDS[name]}
            options={[{ id: ALL, label: all }, ...options]}
            value={value ?? ALL}
            onPick={(id) =>
              go({ filter: { ...asked.filter, [name]: id === ALL ? undefined : id } })
            }
            trigger={
              <Button size="small" aria-label={`${GROUP_WORDS[name]}: ${words}`}>
                <span className="max-w-40 truncate">{words}</span>
              </Button>
            }
          />
        )
      })}
    </div>
  )
}
