'use client'

import { keepPreviousData } from '@tanstack/react-query'
import { type ReactElement, useEffect, useRef, useState } from 'react'
import { trpc } from '@/app/_api/trpc'
import { useWorkspace } from '@/app/_features/shell/useWorkspace'
import { Combobox, type ComboboxOption } from '@/app/_ui/Combobox'
import { TaskTypeIcon } from '@/app/_ui/TaskTypeIcon'
import type { Id, TaskType } from '@/domain/kernel/primitives'
import type { RelatedTask } from '@/domain/views/relations'

type Props = {
  label: string
  trigger: ReactElement<Record<string, unknown>>
  /** Searches only this project; the whole workspace when omitted. */
  projectId?: Id
  types?: readonly TaskType[]
  /** Tasks that cannot be picked. */
  excludedIds: readonly Id[]
  /** Label of a first option that stands for "no task". */
  noneLabel?: string
  value?: Id | null
  defaultOpen?: boolean
  onClose?: () => void
  onPick: (task: RelatedTask | null) => void
}

const NONE_ID = 'none'
const SEARCH_DEBOUNCE_MS = 120

/** Picks a task by key or title. Searches on the server while the user types. */
export function TaskPicker({
  label,
  trigger,
  excludedIds,
  noneLabel,
  onPick,
  onClose,
  ...props
}: Props) {
  const { slug } = useWorkspace()
  const [open, setOpen] = useState(props.defaultOpen ?? false)
  const [text, setText] = useState('')
  const { projectId, types } = props
  const { data: matches, isError } = trpc.relations.searchTasks.useQuery(
    { workspace: slug, text, projectId, types: types && [...types] },
    { enabled: open, placeholderData: keepPreviousData, staleTime: 0 },
  )
  const debounceTimer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(debounceTimer.current), [])
  const search = (typed: string) => {
    clearTimeout(debounceTimer.current)
    debounceTimer.current = setTimeout(() => setText(typed), SEARCH_DEBOUNCE_MS)
  }

  const selectable = (matches ?? []).filter((task) => !excludedIds.includes(task.id))
  const options: ComboboxOption[] = selectable.map((task) => ({
    id: task.id,
    label: `${task.key} ${task.title}`,
    icon: <TaskTypeIcon type={task.type} decorative />,
  }))
  if (noneLabel && text === '') options.unshift({ id: NONE_ID, label: noneLabel })
  return (
    <Combobox
      label={label}
      options={options}
      value={props.value ?? (noneLabel ? NONE_ID : null)}
      empty={matches || isError ? 'No matching tasks' : 'Searching…'}
      onSearch={search}
      open={open}
      onOpenChange={(next) => {
        setOpen(next)
        setText('')
        if (!next) onClose?.()
      }}
      onSelect={(id) => {
        setOpen(false)
        onPick(selectable.find((task) => task.id === id) ?? null)
      }}
      trigger={trigger}
    />
  )
}
