'use client'

import { Search } from 'lucide-react'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { Kbd } from './Kbd'

const DEBOUNCE_MS = 200

export type FilterFieldProps = {
  label: string
  placeholder: string
  /** The current filter. A new value from outside replaces the typed text. */
  value: string
  /** Called with the trimmed text when the user stops typing. */
  onChange: (text: string) => void
  field?: RefObject<HTMLInputElement | null>
}

/** A text filter. Esc clears it, and leaves the field when it is empty. */
export function FilterField({ label, placeholder, value, onChange, field }: FilterFieldProps) {
  const [text, setText] = useState(value)
  const [lastValue, setLastValue] = useState(value)
  // What this field has changed the filter to. The value follows later, when the URL is rendered.
  const [appliedText, setAppliedText] = useState(value)
  if (value !== lastValue) {
    setLastValue(value)
    if (value !== appliedText) {
      // Changed from outside: cleared, or by the Back button.
      setAppliedText(value)
      setText(value)
    }
  }
  const latestOnChange = useRef(onChange)
  useEffect(() => {
    latestOnChange.current = onChange
  })
  useEffect(() => {
    const trimmed = text.trim()
    if (trimmed === appliedText) return
    const timer = setTimeout(() => {
      setAppliedText(trimmed)
      latestOnChange.current(trimmed)
    }, DEBOUNCE_MS)
    return () => clearTimeout(timer)
  }, [text, appliedText])

  return (
    <span className="relative flex min-w-0 items-center">
      <Search aria-hidden className="pointer-events-none absolute left-2 size-3.5 text-faint" />
      <input
        ref={field}
        type="search"
        value={text}
        maxLength={200}
        aria-label={label}
        placeholder={placeholder}
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
