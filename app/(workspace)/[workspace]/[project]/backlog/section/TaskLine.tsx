'use client'

import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Section } from '@/app/_client/react/planHooks'
import { announce } from '@/app/_ui/LiveRegion'
import { LIMITS, PLANNED_TYPES, type TaskType } from '@/domain/words'
import { TypePick } from '../../board/column/TypePick'
import { useCompose } from '../../board/column/useCompose'
import { useCreate } from '../acts/useCreate'

/** A title makes a task in the section; the line stays open for the next one until Esc. */
export function TaskLine({ section, name }: { section: Section; name: string }) {
  const create = useCreate()
  const compose = useCompose()
  const [title, setTitle] = useState('')
  const [type, setType] = useState<TaskType>('task')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])

  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      event.preventDefault()
      const text = title.replace(/\s+/g, ' ').trim()
      if (text === '') return
      create(section, { title: text, taskType: type })
      announce(`Created in ${name}: ${text}`)
      setTitle('')
    }
    if (event.key === 'Escape') {
      event.preventDefault()
      compose(null)
    }
  }
  return (
    <fieldset
      aria-label={`New task in ${name}`}
      className="mx-2 flex h-row items-center gap-2 rounded-card border border-accent bg-raised px-1"
      onBlur={(event) => {
        const left = !event.currentTarget.contains(event.relatedTarget)
        if (left && title.trim() === '' && !document.querySelector('[data-overlay]')) compose(null)
      }}
    >
      <TypePick value={type} onPick={setType} among={PLANNED_TYPES} />
      <input
        ref={field}
        value={title}
        maxLength={LIMITS.title}
        aria-label={`Title of a new task in ${name}`}
        placeholder="What is to be done?"
        onChange={(event) => setTitle(event.target.value)}
        onKeyDown={press}
        className="min-w-0 grow bg-transparent text-field outline-none"
      />
      <span className="hidden shrink-0 pr-1 text-tiny text-muted sm:inline">
        Enter adds, Esc closes
      </span>
    </fieldset>
  )
}
