'use client'

import { type ReactElement, useCallback, useEffect, useRef, useState } from 'react'
import { trpc } from '@/app/_client/trpc'
import { Pick, type PickOption } from '@/app/_ui/Pick'
import { TypeGlyph } from '@/app/_ui/TypeGlyph'
import type { Related } from '@/domain/relations'
import type { Id, TaskType } from '@/domain/words'
import { useWorkspace } from '../../_frame/workspace'

type Props = {
  label: string
  trigger: ReactElement<Record<string, unknown>>
  /** Where to look: all of the workspace where nothing else is said. */
  projectId?: Id
  types?: readonly TaskType[]
  /** What cannot be picked. */
  except: readonly Id[]
  /** A line that stands for none, first in the list. */
  none?: string
  value?: Id | null
  defaultOpen?: boolean
  onClose?: () => void
  onPick: (task: Related | null) => void
}

const NONE = 'none'
const TYPING_MS = 120

/** A list of tasks that are found by key or title, asked of the server as one types. */
export function RelatedPick({ label, trigger, except, none, onPick, onClose, ...props }: Props) {
  const { slug } = useWorkspace()
  const [open, setOpen] = useState(props.defaultOpen ?? false)
  const [found, setFound] = useState<Related[] | null>(null)
  const wanted = useRef('')
  const { projectId, types } = props

  const ask = useCallback(
    async (text: string) => {
      wanted.current = text
      const search = { workspace: slug, text, projectId, types: types && [...types] }
      const tasks = await trpc.relations.find.query(search).catch(() => [])
      if (wanted.current === text) setFound(tasks)
    },
    [slug, projectId, types],
  )
  useEffect(() => {
    if (open) void ask('')
  }, [open, ask])
  const typing = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(typing.current), [])
  const search = (text: string) => {
    clearTimeout(typing.current)
    typing.current = setTimeout(() => void ask(text), TYPING_MS)
  }

  const offered = (found ?? []).filter((task) => !except.includes(task.id))
  const options: PickOption[] = offered.map((task) => ({
    id: task.id,
    label: `${task.key} ${task.title}`,
    icon: <TypeGlyph type={task.type} decorative />,
  }))
  if (none && wanted.current === '') options.unshift({ id: NONE, label: none })
  return (
    <Pick
      label={label}
      options={options}
      value={props.value ?? (none ? NONE : null)}
      empty={found ? 'No task is called that.' : 'Looking…'}
      onSearch={search}
      open={open}
      onOpenChange={(next) => {
        setOpen(next)
        if (!next) onClose?.()
      }}
      onPick={(id) => {
        setOpen(false)
        onPick(offered.find((task) => task.id === id) ?? null)
      }}
      trigger={trigger}
    />
  )
}
