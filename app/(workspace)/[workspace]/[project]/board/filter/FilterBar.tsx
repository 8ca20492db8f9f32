'use client'

import { ListFilter, X } from 'lucide-react'
import { useRef } from 'react'
import { IconButton } from '@/app/_ui/IconButton'
import { Popover } from '@/app/_ui/Popover'
import { useHotkeys } from '@/app/_ui/useHotkeys'
import { isEmptyFilter } from '@/domain/board'
import { FilterPicks } from './FilterPicks'
import { FilterText } from './FilterText'
import { useFilter } from './useFilter'

/**
 * Filters of a board or a backlog: in the bar where there is room, behind one button on a phone.
 * `lanes`: the screen can stand in rows.
 */
export function FilterBar({ lanes = false }: { lanes?: boolean }) {
  const [filter, setFilter] = useFilter()
  const field = useRef<HTMLInputElement>(null)
  const door = useRef<HTMLButtonElement>(null)
  const { sprint, ...rest } = filter
  const empty = isEmptyFilter(rest)

  useHotkeys({
    '/': () => {
      // On a phone the field is behind the button.
      if (field.current?.offsetParent) field.current.select()
      else door.current?.click()
    },
  })
  const clear = (
    <IconButton
      size="small"
      label="Clear the filter"
      icon={<X className="size-4" />}
      onClick={() => setFilter(sprint ? { sprint } : {})}
    />
  )
  return (
    <>
      <search className="hidden min-w-0 items-center gap-1 md:flex">
        <FilterText field={field} />
        <FilterPicks lanes={lanes} />
        {empty ? null : clear}
      </search>
      <span ref={holdButton(door)} className="md:hidden">
        <Popover
          label="Filter"
          align="end"
          className="w-[calc(100vw-1.5rem)]"
          trigger={
            <IconButton
              label={empty ? 'Filter' : 'Filter, in use'}
              icon={<ListFilter className="size-4" />}
              className={empty ? undefined : 'text-accent-ink'}
            />
          }
        >
          <search className="flex flex-col gap-2">
            <FilterText />
            <span className="flex flex-wrap items-center gap-1">
              <FilterPicks lanes={lanes} />
              {empty ? null : clear}
            </span>
          </search>
        </Popover>
      </span>
    </>
  )
}

const holdButton =
  (door: { current: HTMLButtonElement | null }) => (around: HTMLElement | null) => {
    door.current = around?.querySelector('button') ?? null
  }
