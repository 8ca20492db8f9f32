'use client'

import { Archive, Copy, MoreHorizontal, Plus } from 'lucide-react'
import { useState } from 'react'
import { Avatar } from '@/app/_ui/Avatar'
import { Button } from '@/app/_ui/Button'
import { IconButton } from '@/app/_ui/IconButton'
import { Menu } from '@/app/_ui/Menu'
import { Pick } from '@/app/_ui/Pick'
import { Popover } from '@/app/_ui/Popover'
import { StatusRing } from '@/app/_ui/StatusRing'
import { TextField } from '@/app/_ui/TextField'
import { toast } from '@/app/_ui/toast'
import { people } from './Marks'
import { Line, Section } from './Section'
import { Windows } from './Windows'

const statuses = [
  { id: 'todo', label: 'To do', icon: <StatusRing category="todo" hue="slate" /> },
  { id: 'doing', label: 'In progress', icon: <StatusRing category="in_progress" hue="amber" /> },
  {
    id: 'done',
    label: 'Done',
    icon: <StatusRing category="done" hue="green" />,
    hint: 'closes it',
  },
]

/** Menus, pickers, popovers, windows and toasts. */
export function Overlays() {
  const [status, setStatus] = useState('todo')
  const [assigned, setAssigned] = useState<string[]>(['Ana Lima'])
  const [watch, setWatch] = useState(true)
  const [names, setNames] = useState(['api', 'core'])
  const [chosen, setChosen] = useState<string[]>([])
  return (
    <Section title="Overlays">
      <Line>
        <Menu
          label="Task actions"
          trigger={
            <IconButton label="More" tone="quiet" icon={<MoreHorizontal className="size-4" />} />
          }
          groups={[
            {
              items: [
                {
                  label: 'Copy key',
                  icon: <Copy />,
                  keys: 'Ctrl C',
                  onPick: () => toast.done('Copied ALO-118'),
                },
                { label: 'Watch', checked: watch, onPick: () => setWatch(!watch) },
                { label: 'Open the frame', href: '/gallery/frame' },
              ],
            },
            { title: 'Danger', items: [{ label: 'Archive', icon: <Archive />, danger: true }] },
          ]}
        />
        <Pick
          label="Status"
          options={statuses}
          value={status}
          onPick={setStatus}
          trigger={<Button>Status: {statuses.find((each) => each.id === status)?.label}</Button>}
        />
        <Pick
          many
          label="Assignees"
          value={assigned}
          onPick={setAssigned}
          options={people.map((person) => ({
            id: person.name,
            label: person.name,
            icon: <Avatar person={person} size="small" decorative />,
          }))}
          trigger={<Button>Assigned to {assigned.length}</Button>}
        />
        <Pick
          many
          label="Labels"
          value={chosen}
          onPick={setChosen}
          options={names.map((name) => ({ id: name, label: name }))}
          onCreate={(name) => {
            setNames([...names, name])
            setChosen([...chosen, name])
          }}
          trigger={<Button>Labels: {chosen.join(', ') || 'none'}</Button>}
        />
        <Popover
          label="Estimate"
          trigger={<Button icon={<Plus className="size-4" />}>Estimate</Button>}
        >
          {(close) => (
            <form
              className="flex w-52 flex-col gap-3"
              onSubmit={(event) => {
                event.preventDefault()
                close()
              }}
            >
              <TextField label="Points" type="number" defaultValue="3" />
              <Button type="submit" tone="primary">
                Set estimate
              </Button>
            </form>
          )}
        </Popover>
      </Line>
      <Windows />
      <Line>
        <Button
          onClick={() =>
            toast.done('ALO-118 is archived', { undo: () => toast.info('It is back') })
          }
        >
          Toast: done
        </Button>
        <Button
          onClick={() =>
            toast.failed('ALO-118 was not moved', {
              detail: 'The column Review is full (3 of 3). The card is back in In progress.',
              retry: () => toast.done('Moved'),
            })
          }
        >
          Toast: failed
        </Button>
      </Line>
    </Section>
  )
}
