'use client'

import { ListFilter, X } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { FilterField, type FilterFieldProps } from './FilterField'
import { IconButton } from './IconButton'
import { Popover } from './Popover'
import { useHotkeys } from './useHotkeys'

type Props = {
  text: Omit<FilterFieldProps, 'field'>
  /** The other filters. */
  pickers: ReactNode
  empty: boolean
  onClear: () => void
}

/** The filters of a screen: in its bar when there is room, behind one button on a phone. */
export function FilterControls({ text, pickers, empty, onClear }: Props) {
  const field = useRef<HTMLInputElement>(null)
  const mobileButton = useRef<HTMLSpanElement>(null)
  useHotkeys({
    '/': () => {
      // On a phone the field is behind the button.
      if (field.current?.offsetParent) field.current.select()
      else mobileButton.current?.querySelector('button')?.click()
    },
  })
  const clearButton = empty ? null : (
    <IconButton
      size="small"
      label="Clear the filter"
      icon={<X className="size-4" />}
      onClick={onClear}
    />
  )
  return (
    <>
      <search className="hidden min-w-0 items-center gap-1 md:flex">
        <FilterField {...text} field={field} />
        {pickers}
        {clearButton}
      </search>
      <span ref={mobileButton} className="md:hidden">
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
            <FilterField {...text} />
            <span className="flex flex-wrap items-center gap-1">
              {pickers}
              {clearButton}
            </span>
          </search>
        </Popover>
      </span>
    </>
  )
}
