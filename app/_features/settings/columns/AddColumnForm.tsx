'use client'

import { Plus } from 'lucide-react'
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react'
import { v7 as newId } from 'uuid'
import { CATEGORY_LABELS } from '@/app/_features/workflow/categoryLabels'
import { useSend } from '@/app/_replica/react/projectHooks'
import { Button } from '@/app/_ui/Button'
import { hues } from '@/app/_ui/hues'
import { announce } from '@/app/_ui/LiveRegion'
import { SegmentedControl } from '@/app/_ui/SegmentedControl'
import { TextField } from '@/app/_ui/TextField'
import { CATEGORIES, type Category, LIMITS } from '@/domain/kernel/primitives'
import type { Status } from '@/domain/project/project'

/** Adds a column from a name and a category. Stays open for the next one. */
export function AddColumnForm({ statuses }: { statuses: Status[] }) {
  const send = useSend()
  const nameField = useRef<HTMLInputElement>(null)
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [category, setCategory] = useState<Category>('in_progress')

  const close = () => {
    setOpen(false)
    setName('')
    requestAnimationFrame(() => document.getElementById('add-column')?.focus())
  }
  const add = (event: FormEvent) => {
    event.preventDefault()
    const text = name.trim()
    if (!text) return nameField.current?.focus()
    const status = { id: newId(), name: text, category, color: unusedHue(statuses), wipLimit: null }
    send({ type: 'status.add', status, before: firstStatusOfLaterCategory(statuses, category) })
    announce(`${text} is added.`)
    setName('')
    nameField.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close()
  }
  if (!open)
    return (
      <Button
        id="add-column"
        tone="ghost"
        className="self-start"
        icon={<Plus className="size-4" />}
        onClick={() => {
          setOpen(true)
          requestAnimationFrame(() => nameField.current?.focus())
        }}
      >
        Add column
      </Button>
    )
  return (
    <form
      aria-label="New column"
      onSubmit={add}
      onKeyDown={onKeyDown}
      className="flex flex-wrap items-end gap-2"
    >
      <div className="min-w-40 grow">
        <TextField
          ref={nameField}
          label="Name"
          value={name}
          maxLength={LIMITS.name}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      <SegmentedControl
        label="Category"
        value={category}
        onChange={setCategory}
        options={CATEGORIES.map((value) => ({ value, label: CATEGORY_LABELS[value].name }))}
      />
      <Button type="submit" tone="primary">
        Add column
      </Button>
      <Button onClick={close}>Close</Button>
    </form>
  )
}

/**
 * Returns the first status of a later category, so that a new column goes to the end of its own
 * category. Undefined: last.
 */
function firstStatusOfLaterCategory(statuses: Status[], category: Category): string | undefined {
  const later = CATEGORIES.slice(CATEGORIES.indexOf(category) + 1)
  return statuses.find((status) => later.includes(status.category))?.id
}

function unusedHue(statuses: Status[]): string {
  const used = new Set(statuses.map((status) => status.color))
  return hues.find((hue) => hue !== 'red' && !used.has(hue)) ?? 'blue'
}
