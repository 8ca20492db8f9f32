'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { describeDroppedFields, joinWithAnd } from '@/app/_features/history/describeDroppedFields'
import { routes } from '@/app/_features/shell/routes'
import { useWorkspace } from '@/app/_features/shell/useWorkspace'
import { useProject, useSend } from '@/app/_replica/react/projectHooks'
import { ConfirmDialog } from '@/app/_ui/ConfirmDialog'
import { RadioGroup } from '@/app/_ui/RadioGroup'
import { toast } from '@/app/_ui/toast'
import type { Task } from '@/domain/task/task'

/** Moves a task to another project. Shows what changes first and follows the task afterwards. */
export function TransferDialog(props: { task: Task; taskKey: string; onClose: () => void }) {
  const { task, taskKey, onClose } = props
  const { slug, projects } = useWorkspace()
  const { id } = useProject()
  const router = useRouter()
  const send = useSend()
  const others = projects.filter((project) => project.id !== id)
  const [targetProjectId, setTargetProjectId] = useState<string | null>(others[0]?.id ?? null)

  const transfer = async () => {
    if (!targetProjectId) throw new Error('There is no other project in this workspace.')
    const sent = send({ type: 'task.transfer', taskId: task.id, to: targetProjectId })
    const result = await sent.result
    if (!result || result.outcome === 'rejected' || result.outcome === 'conflict') return
    const archivedEvent = result.events.find((event) => event.taskId === task.id)
    const droppedFields =
      archivedEvent?.type === 'task.archived' && archivedEvent.data.movedTo?.droppedFields
    if (droppedFields)
      toast.info(`${taskKey} moved without ${joinWithAnd(describeDroppedFields(droppedFields))}.`)
    // The old URL redirects to the task's new project.
    router.push(routes.task(slug, taskKey))
  }
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => (open ? null : onClose())}
      title={`Move ${taskKey} to another project?`}
      confirmLabel="Move task"
      onConfirm={() => void transfer()}
    >
      <div className="flex flex-col gap-2 text-text">
        <p className="text-muted">It gets a key of that project; the old one leads there.</p>
        <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-pretty">
          <dt className="text-muted">Moves with the task</dt>
          <dd>
            subtasks, comments, links, estimates and all logged time; components and versions that
            the other project has too
          </dd>
          <dt className="text-muted">Is removed</dt>
          <dd>its sprint, its place below a parent, components and versions of other names</dd>
        </dl>
        {others.length > 0 ? (
          <RadioGroup
            label="Project"
            value={targetProjectId}
            onChange={setTargetProjectId}
            options={others.map(({ id: value, key, name }) => ({ value, label: `${key} ${name}` }))}
          />
        ) : (
          <p>There is no other project in this workspace.</p>
        )}
      </div>
    </ConfirmDialog>
  )
}
