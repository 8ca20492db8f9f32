'use client'

import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { useMe, usePerson, useSend } from '@/app/_client/react/hooks'
import { Avatar } from '@/app/_ui/Avatar'
import { ConfirmDialog } from '@/app/_ui/ConfirmDialog'
import { IconButton } from '@/app/_ui/IconButton'
import { Menu } from '@/app/_ui/Menu'
import { onDemand } from '@/app/_ui/onDemand'
import { RelativeTime } from '@/app/_ui/RelativeTime'
import type { Task } from '@/domain/task/task'
import { formatDuration } from '@/domain/time/duration'
import type { WorklogFields } from '@/domain/worklog/commands'
import type { Worklog } from '@/domain/worklog/worklog'
import { useWorkTime } from '../../_frame/workspace'

const LogTime = onDemand(() => import('../../_time/log/LogTime').then((part) => part.LogTime))

type Props = { task: Task; worklog: Worklog; mayChange: boolean }

/** Time that somebody logged; they and admins may change and delete it. */
export function WorklogCard({ task, worklog, mayChange }: Props) {
  const me = useMe()
  const send = useSend()
  const work = useWorkTime()
  const author = usePerson(worklog.author)
  const [editing, setEditing] = useState<number | null>(null)
  const [deleting, setDeleting] = useState(false)
  const name = author?.name ?? '…'
  const own = mayChange && (worklog.author === me.id || me.role === 'admin')
  const time = formatDuration(worklog.seconds, work)
  const on = { taskId: task.id, worklogId: worklog.id }
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
          {own ? (
            <Menu
              label="This worklog"
              align="end"
              groups={[
                {
                  items: [
                    { label: 'Edit…', onPick: () => setEditing(task.version) },
                    { label: 'Delete…', danger: true, onPick: () => setDeleting(true) },
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
      {editing === null ? null : (
        <LogTime
          title="Change the time logged"
          first={worklog}
          save="Save"
          onSave={(fields) => {
            const set = changed(worklog, fields)
            const isNew = Object.keys(set).length > 0
            if (isNew) send({ type: 'worklog.edit', ...on, baseVersion: editing, set })
            return null
          }}
          onClose={() => setEditing(null)}
        />
      )}
      <ConfirmDialog
        open={deleting}
        onOpenChange={setDeleting}
        title="Delete this worklog?"
        confirm="Delete worklog"
        danger
        onConfirm={() => {
          send({ type: 'worklog.delete', ...on })
        }}
      >
        {time} no longer counts. What it took off the remaining time is given back.
      </ConfirmDialog>
    </article>
  )
}

/** Only what is another now: the rest may have been changed elsewhere meanwhile. */
function changed(before: Worklog, after: WorklogFields): Partial<WorklogFields> {
  return {
    ...(after.seconds !== before.seconds && { seconds: after.seconds }),
    ...(after.startedAt !== before.startedAt && { startedAt: after.startedAt }),
    ...(after.note !== before.note && { note: after.note }),
  }
}
