'use client'

import { Archive, Copy, MoreHorizontal, Plus } from 'lucide-react'
import { useState } from 'react'
import { Avatar } from '@/app/_ui/Avatar'
import { Button } from '@/app/_ui/Button'
import { Combobox } from '@/app/_ui/Combobox'
import { IconButton } from '@/app/_ui/IconButton'
import { Menu } from '@/app/_ui/Menu'
import { Popover } from '@/app/_ui/Popover'
import { StatusIcon } from '@/app/_ui/StatusIcon'
import { TextField } from '@/app/_ui/TextField'
import { toast } from '@/app/_ui/toast'
import { people } from './Badges'
import { Dialogs } from './Dialogs'
import { GalleryRow, GallerySection } from './GallerySection'

const statuses = [
  { id: 'todo', label: 'To do', icon: <StatusIcon category="todo" hue="slate" /> },
  { id: 'doing', label: 'In progress', icon: <StatusIcon category="in_progress" hue="amber" /> },
  {
    id: 'done',
    label: 'Done',
    icon: <StatusIcon category="done" hue="green" />,
    hint: 'closes it',
  },
]

/** Menus, pickers, popovers, dialogs and toasts. */
export function Overlays() {
  const [status, setStatus] = useState('todo')
  const [assigned, setAssigned] = useState<string[]>(['Ana Lima'])
  const [isWatched, setIsWatched] = useState(true)
  const [labels, setLabels] = useState(['api', 'core'])
  const [selectedLabels, setSelectedLabels] = useState<string[]>([])
  return (
    <GallerySection title="Overlays">
      <GalleryRow>
        <Menu
          label="Task actions"
          trigger={
            <IconButton
              label="More"
              tone="secondary"
              icon={<MoreHorizontal className="size-4" />}
            />
          }
          groups={[
            {
              items: [
                {
                  label: 'Copy key',
                  icon: <Copy />,
                  keys: 'Ctrl C',
                  onSelect: () => toast.success('Copied ALO-118'),
                },
                { label: 'Watch', checked: isWatched, onSelect: () => setIsWatched(!isWatched) },
                { label: 'Open the app shell', href: '/gallery/shell' },
              ],
            },
            { title: 'Danger', items: [{ label: 'Archive', icon: <Archive />, danger: true }] },
          ]}
        />
        <Combobox
          label="Status"
          options={statuses}
          value={status}
          onSelect={setStatus}
          trigger={<Button>Status: {statuses.find((each) => each.id === status)?.label}</Button>}
        />
        <Combobox
          multiple
          label="Assignees"
          value={assigned}
          onSelect={setAssigned}
          options={people.map((person) => ({
            id: person.name,
            label: person.name,
            icon: <Avatar person={person} size="small" decorative />,
          }))}
          trigger={<Button>Assigned to {assigned.length}</Button>}
        />
        <Combobox
          multiple
          label="Labels"
          value={selectedLabels}
          onSelect={setSelectedLabels}
          options={labels.map((name) => ({ id: name, label: name }))}
          onCreate={(name) => {
            setLabels([...labels, name])
            setSelectedLabels([...selectedLabels, name])
          }}
          trigger={<Button>Labels: {selectedLabels.join(', ') || 'none'}</Button>}
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
      </GalleryRow>
      <Dialogs />
      <GalleryRow>
        <Button
          onClick={() =>
            toast.success('ALO-118 is archived', { undo: () => toast.info('It is back') })
          }
        >
          Toast: done
        </Button>
        <Button
          onClick={() =>
            toast.error('ALO-118 was not moved', {
              detail: 'The column Review is full (3 of 3). The card is back in In progress.',
              retry: () => toast.success('Moved'),
            })
          }
        >
          Toast: failed
        </Button>
      </GalleryRow>
    </GallerySection>
  )
}
