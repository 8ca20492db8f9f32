'use client'

import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { useWorkTime } from '@/app/_features/shell/useWorkspace'
import {
  useConfirmedVersion,
  useCurrentUser,
  usePerson,
  useSend,
} from '@/app/_replica/react/projectHooks'
import type { BaseVersion } from '@/app/_replica/replicaTypes'
import { Avatar } from '@/app/_ui/Avatar'
import { ConfirmDialog } from '@/app/_ui/ConfirmDialog'
import { IconButton } from '@/app/_ui/IconButton'
import { lazyComponent } from '@/app/_ui/lazyComponent'
import { Menu } from '@/app/_ui/Menu'
import { RelativeTime } from '@/app/_ui/RelativeTime'
import type { Task } from '@/domain/task/task'
import { formatDuration } from '@/domain/time/duration'
import type { WorklogFields } from '@/domain/worklog/commands'
import type { Worklog } from '@/domain/worklog/worklog'

const LogTimeDialog = lazyComponent(() =>
  import('@/app/_features/time/LogTimeDialog').then((module) => module.LogTimeDialog),
)

type Props = { task: Task; worklog: Worklog; canEdit: boolean }

/** One worklog. Its author and admins may change and delete it. */
export function WorklogCard({ task, worklog, canEdit }: Props) {
  const me = useCurrentUser()
  const send = useSend()
  const workTime = useWorkTime()
  const author = usePerson(worklog.author)
  const version = useConfirmedVersion(task.id)
  // The worklog as it was when editing began, so that only the user's own changes are sent.
  const [edited, setEdited] = useState<{ before: Worklog; baseVersion: BaseVersion } | null>(null)
  const [isDeleting, setDeleting] = useState(false)
  const name = author?.name ?? '…'
  const canEditWorklog = canEdit && (worklog.author === me.id || me.role === 'admin')
  const time = formatDuration(worklog.seconds, workTime)
  const worklogIds = { taskId: task.id, worklogId: worklog.id }
  return (
    <article aria-label={`${time} logged by ${name}`} className="flex gap-2">
      <span className="pt-0.5">
        <Avatar person={author ?? { name: '?', id: worklog.author }} size="small" decorative />
      </span>
      <div className="min-w-0 grow">
        <header className="flex min-h-6 items-center gap-1.5 text-muted">
          <span className="truncate font-medium text-text">{name}</span>
          <span className="shrink-0">
            logged <span className="text-text tabular-nums">{time}</span>
          </span>
          <RelativeTime at={worklog.startedAt} className="shrink-0 text-faint" />
          <span className="grow" />
          {canEditWorklog ? (
            <Menu
              label="This worklog"
              align="end"
              groups={[
                {
                  items: [
                    {
                      label: 'Edit…',
                      onSelect: () => setEdited({ before: worklog, baseVersion: version }),
                    },
                    { label: 'Delete…', danger: true, onSelect: () => setDeleting(true) },
                  ],
                },
              ]}
              trigger={
                <IconButton
                  size="small"
                  label="Edit or delete this worklog"
                  icon={<Ellipsis className="size-4" />}
                />
              }
            />
          ) : null}
        </header>
        {worklog.note ? <p className="break-words whitespace-pre-wrap">{worklog.note}</p> : null}
      </div>
      {edited ? (
        <LogTimeDialog
          title="Change the time logged"
          initial={edited.before}
          submitLabel="Save"
          onSave={(fields) => {
            const { before, baseVersion } = edited
            const set = changedFields(before, fields)
            const hasChanges = Object.keys(set).length > 0
            if (hasChanges) send({ type: 'worklog.edit', ...worklogIds, baseVersion, set })
            return null
          }}
          onClose={() => setEdited(null)}
        />
      ) : null}
      <ConfirmDialog
        open={isDeleting}
        onOpenChange={setDeleting}
        title="Delete this worklog?"
        confirmLabel="Delete worklog"
        danger
        onConfirm={() => {
          send({ type: 'worklog.delete', ...worklogIds })
        }}
      >
        {time} no longer counts. What it took off the remaining time is given back.
      </ConfirmDialog>
    </article>
  )
}

/** Returns only the fields that changed, because the others may have been changed concurrently. */
function changedFields(before: Worklog, after: WorklogFields): Partial<WorklogFields> {
  return {
    ...(after.seconds !== before.seconds && { seconds: after.seconds }),
    ...(after.startedAt !== before.startedAt && { startedAt: after.startedAt }),
    ...(after.note !== before.note && { note: after.note }),
  }
}
