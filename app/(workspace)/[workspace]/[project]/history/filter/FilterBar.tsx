'use client'

import { ListFilter, X } from 'lucide-react'
import { type RefObject, useRef } from 'react'
import { IconButton } from '@/app/_ui/IconButton'
import { Popover } from '@/app/_ui/Popover'
import { useHotkeys } from '@/app/_ui/useHotkeys'
import { keyOf } from './address'
import { FilterPicks } from './FilterPicks'
import { FilterText } from './FilterText'
import { useFilter } from './useFilter'

/** Filters of a history: in the bar where there is room, behind one button on a phone. */
export function FilterBar() {
  const [filter, setFilter] = useFilter()
  const field = useRef<HTMLInputElement>(null)
  const phone = useRef<HTMLSpanElement>(null)
  const empty = keyOf(filter) === ''

  useHotkeys({
    '/': () => {
      if (field.current?.offsetParent) field.current.select()
      else phone.current?.querySelector('button')?.click()
    },
  })
  const parts = (text?: RefObject<HTMLInputElement | null>) => (
    <>
      <FilterText field={text} />
      <span className="flex flex-wrap items-center gap-1 md:flex-nowrap">
        <FilterPicks />
        {empty ? null : (
          <IconButton
            size="small"
            label="Clear the filter"
            icon={<X className="size-4" />}
            onClick={() => setFilter({})}
          />
        )}
      </span>
    </>
  )
  return (
    <>
      <search className="hidden min-w-0 items-center gap-1 md:flex">{parts(field)}</search>
      <span ref={phone} className="md:hidden">
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
          <search className="flex flex-col gap-2">{parts()}</search>
        </Popover>
      </span>
    </>
  )
}
