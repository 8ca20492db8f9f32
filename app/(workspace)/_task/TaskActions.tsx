'use client'

import {
  Archive,
  ArchiveRestore,
  Copy,
  CopyPlus,
  Ellipsis,
  FolderInput,
  Link2,
  Maximize2,
  PanelRight,
} from 'lucide-react'
import { useState } from 'react'
import { buttonLook } from '@/app/_ui/button-look'
import { IconButton } from '@/app/_ui/IconButton'
import { Menu, type MenuItem } from '@/app/_ui/Menu'
import { NearLink } from '@/app/_ui/NearLink'
import { useHotkeys } from '@/app/_ui/useHotkeys'
import type { Task } from '@/domain/task/task'
import { addresses } from '../_frame/addresses'
import { useWorkspace } from '../_frame/workspace'
import { copyLink } from './acts/copy-link'
import { useTaskActs } from './acts/useTaskActs'
import { TransferDialog } from './kin/TransferDoor'
import { useClone } from './kin/useClone'

type Props = {
  task: Task
  taskKey: string
  mayChange: boolean
  /** Where it is shown: the other place is offered. */
  place: 'panel' | 'page'
}

/** What can be done with a task as a whole. */
export function TaskActions({ task, taskKey, mayChange, place }: Props) {
  const { slug } = useWorkspace()
  const { archive, restore } = useTaskActs()
  const [open, setOpen] = useState(false)
  const [transfer, setTransfer] = useState(false)
  const clone = useClone(task)
  const whole = addresses.task(slug, taskKey)
  useHotkeys({ '.': () => setOpen(true) })

  const other =
    place === 'panel'
      ? { href: whole, label: 'Open whole', icon: <Maximize2 className="size-4" /> }
      : {
          href: addresses.taskOnBoard(slug, taskKey),
          label: 'Open on the board',
          icon: <PanelRight className="size-4" />,
        }
  const copy = () => void copyLink(taskKey, whole)
  const items: MenuItem[] = [
    { label: 'Copy link', icon: <Link2 />, onPick: copy },
    { label: other.label, icon: other.icon, href: other.href },
  ]
  const change: MenuItem = task.archivedAt
    ? { label: 'Restore', icon: <ArchiveRestore />, onPick: () => restore(task.id) }
    : { label: 'Archive', icon: <Archive />, onPick: () => archive(task.id) }
  const copying = task.archivedAt
    ? []
    : [
        {
          items: [
            { label: 'Clone', icon: <Copy />, onPick: () => void clone(false) },
            { label: 'Clone with children', icon: <CopyPlus />, onPick: () => void clone(true) },
            ...(task.type === 'subtask'
              ? []
              : [
                  {
                    label: 'Move to another project…',
                    icon: <FolderInput />,
                    onPick: () => setTransfer(true),
                  },
                ]),
          ],
        },
      ]
  return (
    <>
      {transfer ? (
        <TransferDialog task={task} taskKey={taskKey} onClose={() => setTransfer(false)} />
      ) : null}
      {/* On a phone the menu is enough. */}
      <span className="hidden sm:contents">
        <IconButton label="Copy link" icon={<Link2 className="size-4" />} onClick={copy} />
        <NearLink
          href={other.href}
          aria-label={other.label}
          data-tip={other.label}
          className={buttonLook('bare', 'normal', true)}
        >
          {other.icon}
        </NearLink>
      </span>
      <Menu
        label={`Actions for ${taskKey}`}
        align="end"
        open={open}
        onOpenChange={setOpen}
        groups={mayChange ? [{ items }, ...copying, { items: [change] }] : [{ items }]}
        trigger={
          <IconButton
            label={`Actions for ${taskKey}`}
            keys="."
            icon={<Ellipsis className="size-4" />}
          />
        }
      />
    </>
  )
}
