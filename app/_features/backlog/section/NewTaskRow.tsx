'use client'

import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useOpenComposer } from '@/app/_features/board/useOpenComposer'
import { TaskTypePicker } from '@/app/_features/task/TaskTypePicker'
import type { BacklogSection } from '@/app/_replica/react/backlogHooks'
import { announce } from '@/app/_ui/LiveRegion'
import { LIMITS, PLANNABLE_TYPES, type TaskType } from '@/domain/kernel/primitives'
import { useCreateTaskInSection } from '../planning/useCreateTaskInSection'

/** Creates a task in the section from a title. The row stays open for the next task until Esc. */
export function NewTaskRow({ section, name }: { section: BacklogSection; name: string }) {
  const createTask = useCreateTaskInSection()
  const openComposer = useOpenComposer()
  const [title, setTitle] = useState('')
  const [type, setType] = useState<TaskType>('task')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      event.preventDefault()
      const text = title.replace(/\s+/g, ' ').trim()
      if (text === '') return
      createTask(section, { title: text, taskType: type })
      announce(`Created in ${name}: ${text}`)
      setTitle('')
    }
    if (event.key === 'Escape') {
      event.preventDefault()
      openComposer(null)
    }
  }
  return (
    <fieldset
      aria-label={`New task in ${name}`}
      className="mx-2 flex h-row items-center gap-2 rounded-card border border-accent bg-raised px-1"
      onBlur={(event) => {
        const focusLeft = !event.currentTarget.contains(event.relatedTarget)
        if (focusLeft && title.trim() === '' && !document.querySelector('[data-overlay]'))
          openComposer(null)
      }}
    >
      <TaskTypePicker value={type} onPick={setType} types={PLANNABLE_TYPES} />
      <input
        ref={field}
        value={title}
        maxLength={LIMITS.title}
        aria-label={`Title of a new task in ${name}`}
        placeholder="Task title"
        onChange={(event) => setTitle(event.target.value)}
        onKeyDown={onKeyDown}
        className="min-w-0 grow bg-transparent text-field outline-none"
      />
      <span className="hidden shrink-0 pr-1 text-xs text-muted sm:inline">
        Enter adds, Esc closes
      </span>
    </fieldset>
  )
}
