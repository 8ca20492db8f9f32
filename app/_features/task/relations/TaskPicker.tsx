'use client'

import { type ReactElement, useCallback, useEffect, useRef, useState } from 'react'
import { apiClient } from '@/app/_api/apiClient'
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
  const [matches, setMatches] = useState<RelatedTask[] | null>(null)
  const latestSearch = useRef('')
  const { projectId, types } = props

  const runSearch = useCallback(
    async (text: string) => {
      latestSearch.current = text
      const search = { workspace: slug, text, projectId, types: types && [...types] }
      const tasks = await apiClient.relations.searchTasks.query(search).catch(() => [])
      if (latestSearch.current === text) setMatches(tasks)
    },
    [slug, projectId, types],
  )
  useEffect(() => {
    if (open) void runSearch('')
  }, [open, runSearch])
  const debounceTimer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(debounceTimer.current), [])
  const search = (text: string) => {
    clearTimeout(debounceTimer.current)
    debounceTimer.current = setTimeout(() => void runSearch(text), SEARCH_DEBOUNCE_MS)
  }

  const selectable = (matches ?? []).filter((task) => !excludedIds.includes(task.id))
  const options: ComboboxOption[] = selectable.map((task) => ({
    id: task.id,
    label: `${task.key} ${task.title}`,
    icon: <TaskTypeIcon type={task.type} decorative />,
  }))
  if (noneLabel && latestSearch.current === '') options.unshift({ id: NONE_ID, label: noneLabel })
  return (
    <Combobox
      label={label}
      options={options}
      value={props.value ?? (noneLabel ? NONE_ID : null)}
      empty={matches ? 'No matching tasks' : 'Searching…'}
      onSearch={search}
      open={open}
      onOpenChange={(next) => {
        setOpen(next)
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
