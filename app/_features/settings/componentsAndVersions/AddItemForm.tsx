'use client'

import { Plus } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { v7 as newId } from 'uuid'
import { Button } from '@/app/_ui/Button'
import { announce } from '@/app/_ui/LiveRegion'
import { TextField } from '@/app/_ui/TextField'
import { type Id, LIMITS } from '@/domain/kernel/primitives'

type Props = { itemKind: 'component' | 'version'; onAdd: (id: Id, name: string) => void }

/** Adds an item from a name. Stays open for the next one. */
export function AddItemForm({ itemKind, onAdd }: Props) {
  const [name, setName] = useState('')
  const add = (event: FormEvent) => {
    event.preventDefault()
    const text = name.trim()
    if (!text) return
    onAdd(newId(), text)
    announce(`${text} is added.`)
    setName('')
  }
  return (
    <form aria-label={`New ${itemKind}`} onSubmit={add} className="flex items-end gap-2">
      <div className="min-w-0 grow">
        <TextField
          label={`Name of a new ${itemKind}`}
          hideLabel
          placeholder={`New ${itemKind}`}
          value={name}
          maxLength={LIMITS.name}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      <Button type="submit" icon={<Plus className="size-4" />}>
        Add {itemKind}
      </Button>
    </form>
  )
}
