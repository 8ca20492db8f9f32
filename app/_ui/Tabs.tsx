'use client'

import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import { cx } from './cx'

export type Tab = { id: string; label: string; count?: number; content: ReactNode }

type Props = {
  label: string
  tabs: Tab[]
  /** The open tab. When omitted, the component keeps its own state, starting with the first tab. */
  value?: string
  onChange?: (id: string) => void
}

/** Several panels in one place. The left and right keys move between the tabs. */
export function Tabs({ label, tabs, value, onChange }: Props) {
  const base = useId()
  const [ownTab, setOwnTab] = useState(tabs[0]?.id)
  const openTab = value ?? ownTab

  const select = (id: string) => {
    setOwnTab(id)
    onChange?.(id)
  }
  const onKeyDown = (event: KeyboardEvent, from: number) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    const next = step ? tabs.at((from + step) % tabs.length) : undefined
    if (!next) return
    event.preventDefault()
    select(next.id)
    document.getElementById(`${base}-tab-${next.id}`)?.focus()
  }

  return (
    <div>
      <div role="tablist" aria-label={label} className="flex gap-1 border-b border-line">
        {tabs.map((tab, index) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${base}-tab-${tab.id}`}
            aria-selected={tab.id === openTab}
            aria-controls={`${base}-panel`}
            tabIndex={tab.id === openTab ? 0 : -1}
            onClick={() => select(tab.id)}
            onKeyDown={(event) => onKeyDown(event, index)}
            className={cx(
              '-mb-px flex h-control items-center gap-1.5 border-b-2 px-2 font-medium transition-colors',
              tab.id === openTab
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
        aria-labelledby={`${base}-tab-${openTab}`}
        className="pt-3"
      >
        {tabs.find((tab) => tab.id === openTab)?.content}
      </div>
    </div>
  )
}
