'use client'

import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import { cx } from './cx'

export type Tab = { id: string; label: string; count?: number; content: ReactNode }

type Props = {
  label: string
  tabs: Tab[]
  /** The tab that is open; left out, the component keeps it, beginning with the first. */
  value?: string
  onChange?: (id: string) => void
}

/** Several panels in one place. Left and right move between the tabs. */
export function Tabs({ label, tabs, value, onChange }: Props) {
  const base = useId()
  const [own, setOwn] = useState(tabs[0]?.id)
  const open = value ?? own

  const choose = (id: string) => {
    setOwn(id)
    onChange?.(id)
  }
  const move = (event: KeyboardEvent, from: number) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    const next = step ? tabs.at((from + step) % tabs.length) : undefined
    if (!next) return
    event.preventDefault()
    choose(next.id)
    document.getElementById(`${base}-tab-${next.id}`)?.focus()
  }

  return (
    <div>
      <div role="tablist" aria-label={label} className="flex gap-1 border-b border-line">
        {tabs.map((tab, place) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${base}-tab-${tab.id}`}
            aria-selected={tab.id === open}
            aria-controls={`${base}-panel`}
            tabIndex={tab.id === open ? 0 : -1}
            onClick={() => choose(tab.id)}
            onKeyDown={(event) => move(event, place)}
            className={cx(
              '-mb-px flex h-control items-center gap-1.5 border-b-2 px-2 font-medium transition-colors',
              tab.id === open
                ? 'border-accent text-text'
                : 'border-transparent text-muted hover:text-text',
            )}
          >
            {tab.label}
            {tab.count === undefined ? null : (
              <span className="text-faint tabular-nums">{tab.count}</span>
            )}
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id={`${base}-panel`}
        aria-labelledby={`${base}-tab-${open}`}
        className="pt-3"
      >
        {tabs.find((tab) => tab.id === open)?.content}
      </div>
    </div>
  )
}
