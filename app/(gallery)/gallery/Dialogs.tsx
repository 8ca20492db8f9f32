'use client'

import { Hash, Moon, Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/app/_ui/Button'
import { CommandPalette } from '@/app/_ui/CommandPalette'
import { ConfirmDialog } from '@/app/_ui/ConfirmDialog'
import { Dialog } from '@/app/_ui/Dialog'
import { EditableText } from '@/app/_ui/EditableText'
import { Sheet } from '@/app/_ui/Sheet'
import { ShortcutsHelp } from '@/app/_ui/ShortcutsHelp'
import { TextField } from '@/app/_ui/TextField'
import { toast } from '@/app/_ui/toast'
import { useHotkeys } from '@/app/_ui/useHotkeys'
import { GalleryRow } from './GallerySection'

type DialogName = 'dialog' | 'confirm' | 'sheet' | 'palette' | 'help'

const shortcuts = [
  {
    title: 'Anywhere',
    shortcuts: [
      { keys: 'Ctrl K', does: 'Open the palette' },
      { keys: 'C', does: 'Create a task' },
      { keys: '/', does: 'Filter' },
      { keys: '?', does: 'Show this help' },
    ],
  },
  {
    title: 'On a task',
    shortcuts: [
      { keys: 'S', does: 'Set status' },
      { keys: 'A', does: 'Assign' },
      { keys: 'P', does: 'Set priority' },
    ],
  },
]

/** Dialogs, the sheet, the palette and the help, each behind a button. */
export function Dialogs() {
  const [shown, setShown] = useState<DialogName | null>(null)
  const [title, setTitle] = useState('Logger fails in runtime')
  const dialogProps = (name: DialogName) => ({
    open: shown === name,
    onOpenChange: (open: boolean) => setShown(open ? name : null),
  })
  useHotkeys({ '?': () => setShown('help'), 'mod+k': () => setShown('palette') })
  return (
    <GalleryRow>
      {(['dialog', 'confirm', 'sheet', 'palette', 'help'] as const).map((name) => (
        <Button key={name} onClick={() => setShown(name)}>
          Open {name}
        </Button>
      ))}
      <Dialog
        {...dialogProps('dialog')}
        title="New task"
        description="In Aloy, To do."
        footer={
          <>
            <Button onClick={() => setShown(null)}>Cancel</Button>
            <Button tone="primary">Create task</Button>
          </>
        }
      >
        <TextField label="Title" placeholder="Task title" />
      </Dialog>
      <ConfirmDialog
        {...dialogProps('confirm')}
        title="Remove the status Review?"
        confirmLabel="Remove status"
        danger
        onConfirm={() => Promise.reject(new Error('The status was renamed meanwhile.'))}
      >
        Its 3 tasks go to In progress. History keeps the name.
      </ConfirmDialog>
      <Sheet {...dialogProps('sheet')} label="ALO-118">
        <div className="p-6">
          <p className="text-muted">ALO-118</p>
          <EditableText
            label="Title"
            value={title}
            onSave={setTitle}
            required
            className="text-title font-semibold"
          />
          <Button onClick={() => toast.info('Still here')}>Say something</Button>
        </div>
      </Sheet>
      <CommandPalette
        {...dialogProps('palette')}
        groups={[
          {
            title: 'Do',
            commands: [
              { id: 'create', label: 'Create task', icon: <Plus />, keys: 'C', run: () => {} },
              { id: 'dark', label: 'Switch to dark', icon: <Moon />, run: () => {} },
            ],
          },
          {
            title: 'Go to',
            commands: [
              { id: 'alo', label: 'Aloy board', icon: <Hash />, hint: 'Project', run: () => {} },
              {
                id: 'alo-118',
                label: 'ALO-118 Logger fails in runtime',
                hint: 'To do',
                run: () => {},
              },
            ],
          },
        ]}
      />
      <ShortcutsHelp {...dialogProps('help')} groups={shortcuts} />
    </GalleryRow>
  )
}
