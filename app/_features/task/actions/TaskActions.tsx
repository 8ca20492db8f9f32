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
import { routes } from '@/app/_features/shell/routes'
import { useWorkspace } from '@/app/_features/shell/useWorkspace'
import { buttonClasses } from '@/app/_ui/buttonClasses'
import { IconButton } from '@/app/_ui/IconButton'
import { Menu, type MenuItem } from '@/app/_ui/Menu'
import { PrefetchLink } from '@/app/_ui/PrefetchLink'
import { useHotkeys } from '@/app/_ui/useHotkeys'
import type { Task } from '@/domain/task/task'
import { copyTaskLink } from '../copyTaskLink'
import { useTaskActions } from '../useTaskActions'
import { LazyTransferDialog } from './LazyTransferDialog'
import { useCloneTask } from './useCloneTask'

type Props = {
  task: Task
  taskKey: string
  canEdit: boolean
  /** Where the task is shown. The menu offers to open it in the other place. */
  shownIn: 'panel' | 'page'
}

/** The actions for a whole task. */
export function TaskActions({ task, taskKey, canEdit, shownIn }: Props) {
  const { slug } = useWorkspace()
  const { archive, restore } = useTaskActions()
  const [open, setOpen] = useState(false)
  const [isTransferring, setTransferring] = useState(false)
  const clone = useCloneTask(task)
  const pageHref = routes.task(slug, taskKey)
  useHotkeys({ '.': () => setOpen(true) })

  const otherView =
    shownIn === 'panel'
      ? { href: pageHref, label: 'Open full page', icon: <Maximize2 className="size-4" /> }
      : {
          href: routes.taskOnBoard(slug, taskKey),
          label: 'Open on the board',
          icon: <PanelRight className="size-4" />,
        }
  const copyToClipboard = () => void copyTaskLink(taskKey, pageHref)
  const items: MenuItem[] = [
    { label: 'Copy link', icon: <Link2 />, onSelect: copyToClipboard },
    { label: otherView.label, icon: otherView.icon, href: otherView.href },
  ]
  const archiveItem: MenuItem = task.archivedAt
    ? { label: 'Restore', icon: <ArchiveRestore />, onSelect: () => restore(task.id) }
    : { label: 'Archive', icon: <Archive />, onSelect: () => archive(task.id) }
  const copyGroups = task.archivedAt
    ? []
    : [
        {
          items: [
            { label: 'Clone', icon: <Copy />, onSelect: () => void clone(false) },
            { label: 'Clone with children', icon: <CopyPlus />, onSelect: () => void clone(true) },
            ...(task.type === 'subtask'
              ? []
              : [
                  {
                    label: 'Move to another project…',
                    icon: <FolderInput />,
                    onSelect: () => setTransferring(true),
                  },
                ]),
          ],
        },
      ]
  return (
    <>
      {isTransferring ? (
        <LazyTransferDialog task={task} taskKey={taskKey} onClose={() => setTransferring(false)} />
      ) : null}
      {/* A phone shows only the menu. */}
      <span className="hidden sm:contents">
        <IconButton
          label="Copy link"
          icon={<Link2 className="size-4" />}
          onClick={copyToClipboard}
        />
        <PrefetchLink
          href={otherView.href}
          aria-label={otherView.label}
          data-tooltip={otherView.label}
          className={buttonClasses('ghost', 'normal', true)}
        >
          {otherView.icon}
        </PrefetchLink>
      </span>
      <Menu
        label={`Actions for ${taskKey}`}
        align="end"
        open={open}
        onOpenChange={setOpen}
        groups={canEdit ? [{ items }, ...copyGroups, { items: [archiveItem] }] : [{ items }]}
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
