'use client'

import { Search } from 'lucide-react'
import { type RefObject, useEffect, useState } from 'react'
import { Kbd } from '@/app/_ui/Kbd'
import { useFilter } from './useFilter'

const PAUSE_MS = 180

/** Part of a title, or a key. The address follows when one stops typing. */
export function FilterText({ field }: { field?: RefObject<HTMLInputElement | null> }) {
  const [filter, setFilter] = useFilter()
  const asked = filter.text ?? ''
  const [text, setText] = useState(asked)
  const [known, setKnown] = useState(asked)
  if (asked !== known) {
    // Changed elsewhere: cleared, or the back button.
    setKnown(asked)
    setText(asked)
  }
  useEffect(() => {
    if (text === asked) return
    const timer = setTimeout(() => {
      setKnown(text.trim() ? text : '')
      setFilter({ ...filter, text })
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text, asked, filter, setFilter])

  return (
    <span className="relative flex min-w-0 items-center">
      <Search aria-hidden className="pointer-events-none absolute left-2 size-3.5 text-faint" />
      <input
        ref={field}
        type="search"
        value={text}
        maxLength={200}
        aria-label="Filter by title or key"
        placeholder="Filter…"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          if (text) setText('')
          else event.currentTarget.blur()
          event.preventDefault()
        }}
        className="h-control w-full min-w-0 rounded-card border border-transparent bg-transparent pr-2 pl-7 text-field transition-colors hover:border-line focus-visible:border-accent md:w-44 [&::-webkit-search-cancel-button]:hidden"
      />
      {text ? null : (
        <span className="pointer-events-none absolute right-2 hidden md:block touch:hidden">
          <Kbd keys="/" />
        </span>
      )}
    </span>
  )
}
