'use client'

import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { v7 as newId } from 'uuid'
import { TaskTypePicker } from '@/app/_features/task/TaskTypePicker'
import { useColumn, useSend } from '@/app/_replica/react/projectHooks'
import { announce } from '@/app/_ui/LiveRegion'
import { LIMITS, type TaskType } from '@/domain/kernel/primitives'
import type { Status } from '@/domain/project/project'
import { useBoardFilter } from '../useBoardFilter'
import { useBoardUi } from '../useBoardUi'
import { useOpenComposer } from '../useOpenComposer'

/** Creates a task from a title. The form stays open for the next task until Esc. */
export function NewCardForm({ status }: { status: Status }) {
  const boardUi = useBoardUi()
  const send = useSend()
  const openComposer = useOpenComposer()
  const { ids, complete } = useColumn(status.id)
  const [filter] = useBoardFilter()
  const [title, setTitle] = useState('')
  const [type, setType] = useState<TaskType>('task')
  const [createdCount, setCreatedCount] = useState(0)
  const field = useRef<HTMLTextAreaElement>(null)

  useEffect(() => field.current?.focus(), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each task that was made
  useEffect(() => {
    if (createdCount > 0)
      boardUi.columns.get(status.id)?.scrollToIndex(complete ? ids.length - 1 : 0)
  }, [createdCount])

  const createTask = () => {
    const text = title.replace(/\s+/g, ' ').trim()
    if (text === '') return
    // When not all cards are loaded, only the top of the column is sure to be in view.
    const end = complete ? 'bottom' : 'top'
    const position = { end } as const
    const taskId = newId()
    send({
      type: 'task.create',
      taskId,
      taskType: type,
      title: text,
      statusId: status.id,
      position,
    })
    if (filter.sprint) {
      const tasks = [{ taskId }]
      send({ type: 'task.plan', tasks, sprintId: filter.sprint, position: { end: 'bottom' } })
    }
    announce(`Created in ${status.name}: ${text}`)
    setTitle('')
    setCreatedCount(createdCount + 1)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      event.preventDefault()
      createTask()
    }
    if (event.key === 'Escape') {
      event.preventDefault()
      openComposer(null)
    }
  }
  return (
    <fieldset
      aria-label={`New task in ${status.name}`}
      className="rounded-card border border-accent bg-raised p-2"
      onBlur={(event) => {
        const focusLeft = !event.currentTarget.contains(event.relatedTarget)
        if (focusLeft && title.trim() === '' && !document.querySelector('[data-overlay]'))
          openComposer(null)
      }}
    >
      <textarea
        ref={field}
        rows={2}
        value={title}
        maxLength={LIMITS.title}
        aria-label={`Title of a new task in ${status.name}`}
        placeholder="Task title"
        onChange={(event) => setTitle(event.target.value)}
        onKeyDown={onKeyDown}
        className="w-full resize-none bg-transparent px-1 text-field outline-none"
      />
      <div className="flex items-center justify-between gap-2 text-xs text-muted">
        <TaskTypePicker value={type} onPick={setType} />
        <span>Enter adds, Esc closes</span>
      </div>
    </fieldset>
  )
}
