'use client'

import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { v7 as newId } from 'uuid'
import { useColumn, useSend } from '@/app/_client/react/hooks'
import { announce } from '@/app/_ui/LiveRegion'
import type { Status } from '@/domain/project/project'
import { LIMITS, type TaskType } from '@/domain/words'
import { useDesk } from '../desk/useDesk'
import { useFilter } from '../filter/useFilter'
import { TypePick } from './TypePick'
import { useCompose } from './useCompose'

/** A title makes a task; the line stays open for the next one until Esc. */
export function Composer({ status }: { status: Status }) {
  const desk = useDesk()
  const send = useSend()
  const compose = useCompose()
  const { ids, complete } = useColumn(status.id)
  const [filter] = useFilter()
  const [title, setTitle] = useState('')
  const [type, setType] = useState<TaskType>('task')
  const [made, setMade] = useState(0)
  const field = useRef<HTMLTextAreaElement>(null)

  useEffect(() => field.current?.focus(), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each task that was made
  useEffect(() => {
    if (made > 0) desk.columns.get(status.id)?.scrollTo(complete ? ids.length - 1 : 0)
  }, [made])

  const add = () => {
    const text = title.replace(/\s+/g, ' ').trim()
    if (text === '') return
    // Where there are more cards than are loaded, only the top is sure to be seen.
    const end = complete ? 'bottom' : 'top'
    const place = { end } as const
    const taskId = newId()
    send({ type: 'task.create', taskId, taskType: type, title: text, statusId: status.id, place })
    if (filter.sprint) {
      const tasks = [{ taskId, baseVersion: 1 }]
      send({ type: 'task.plan', tasks, sprintId: filter.sprint, place: { end: 'bottom' } })
    }
    announce(`Created in ${status.name}: ${text}`)
    setTitle('')
    setMade(made + 1)
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      event.preventDefault()
      add()
    }
    if (event.key === 'Escape') {
      event.preventDefault()
      compose(null)
    }
  }
  return (
    <fieldset
      aria-label={`New task in ${status.name}`}
      className="rounded-card border border-accent bg-raised p-2"
      onBlur={(event) => {
        const left = !event.currentTarget.contains(event.relatedTarget)
        if (left && title.trim() === '' && !document.querySelector('[data-overlay]')) compose(null)
      }}
    >
      <textarea
        ref={field}
        rows={2}
        value={title}
        maxLength={LIMITS.title}
        aria-label={`Title of a new task in ${status.name}`}
        placeholder="What is to be done?"
        onChange={(event) => setTitle(event.target.value)}
        onKeyDown={press}
        className="w-full resize-none bg-transparent px-1 text-field outline-none"
      />
      <div className="flex items-center justify-between gap-2 text-tiny text-muted">
        <TypePick value={type} onPick={setType} />
        <span>Enter adds, Esc closes</span>
      </div>
    </fieldset>
  )
}
