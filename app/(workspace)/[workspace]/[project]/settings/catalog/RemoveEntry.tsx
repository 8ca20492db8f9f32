'use client'

import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { ConfirmDialog } from '@/app/_ui/ConfirmDialog'
import { IconButton } from '@/app/_ui/IconButton'
import { announce } from '@/app/_ui/LiveRegion'
import { RadioGroup } from '@/app/_ui/RadioGroup'
import type { Id } from '@/domain/words'

type Entry = { id: Id; name: string }
type Props = {
  what: 'component' | 'version'
  entry: Entry
  others: Entry[]
  tasks: number
  onRemove: (moveTo: Id | null) => void
}

const NONE = 'none'

/** Removes a component or version, after asking what its tasks get instead. */
export function RemoveEntry({ what, entry, others, tasks, onRemove }: Props) {
  const [open, setOpen] = useState(false)
  const [picked, setPicked] = useState<string>(NONE)
  const options = [{ value: NONE, label: `No ${what}` }].concat(
    others.map(({ id, name }) => ({ value: id, label: name })),
  )
  const to = options.some(({ value }) => value === picked) ? picked : NONE
  const remove = () => {
    onRemove(to === NONE ? null : to)
    announce(`${entry.name} is removed.`)
  }
  return (
    <>
      <IconButton
        label={`Remove ${entry.name}`}
        icon={<Trash2 className="size-4" />}
        onClick={() => setOpen(true)}
      />
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={`Remove the ${what} ${entry.name}?`}
        confirm={`Remove ${what}`}
        danger
        onConfirm={remove}
      >
        {tasks === 0 ? (
          <p>No task has it. The history keeps its name.</p>
        ) : (
          <RadioGroup
            label={`What its ${tasks === 1 ? 'task gets' : `${tasks} tasks get`} instead`}
            value={to}
            onChange={setPicked}
            options={options}
          />
        )}
      </ConfirmDialog>
    </>
  )
}
