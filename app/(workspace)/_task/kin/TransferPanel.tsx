'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useProject, useSend } from '@/app/_client/react/hooks'
import { ConfirmDialog } from '@/app/_ui/ConfirmDialog'
import { RadioGroup } from '@/app/_ui/RadioGroup'
import { toast } from '@/app/_ui/toast'
import type { Task } from '@/domain/task/task'
import { addresses } from '../../_frame/addresses'
import { useWorkspace } from '../../_frame/workspace'
import { inARow, stayedWords } from '../../_history/stayed'

/** Asks for the project that a task moves to, says what changes, and follows it there. */
export function TransferPanel(props: { task: Task; taskKey: string; onClose: () => void }) {
  const { task, taskKey, onClose } = props
  const { slug, projects } = useWorkspace()
  const { id } = useProject()
  const router = useRouter()
  const send = useSend()
  const others = projects.filter((project) => project.id !== id)
  const [to, setTo] = useState<string | null>(others[0]?.id ?? null)

  const move = async () => {
    if (!to) throw new Error('There is no other project in this workspace.')
    const { answered } = send({ type: 'task.transfer', taskId: task.id, to })
    const answer = await answered
    if (!answer || answer.outcome === 'refused' || answer.outcome === 'conflict') return
    const left = answer.events.find((event) => event.taskId === task.id)
    const stayed = left?.type === 'task.archived' && left.data.movedTo?.stayed
    if (stayed) toast.info(`${taskKey} moved without ${inARow(stayedWords(stayed))}.`)
    // The old address leads to wherever the task is now.
    router.push(addresses.task(slug, taskKey))
  }
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => (open ? null : onClose())}
      title={`Move ${taskKey} to another project?`}
      confirm="Move task"
      onConfirm={() => void move()}
    >
      <div className="flex flex-col gap-2 text-text">
        <p className="text-muted">It gets a key of that project; the old one leads there.</p>
        <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-pretty">
          <dt className="text-muted">Comes along</dt>
          <dd>
            subtasks, comments, links, estimates and all logged time; components and versions that
            the other project has too
          </dd>
          <dt className="text-muted">Stays behind</dt>
          <dd>its sprint, its place below a parent, components and versions of other names</dd>
        </dl>
        {others.length > 0 ? (
          <RadioGroup
            label="Project"
            value={to}
            onChange={setTo}
            options={others.map(({ id: value, key, name }) => ({ value, label: `${key} ${name}` }))}
          />
        ) : (
          <p>There is no other project in this workspace.</p>
        )}
      </div>
    </ConfirmDialog>
  )
}
