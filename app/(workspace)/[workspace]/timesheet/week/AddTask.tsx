'use client'

import { Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import { trpc } from '@/app/_client/trpc'
import { Button } from '@/app/_ui/Button'
import { Pick } from '@/app/_ui/Pick'
import { TypeGlyph } from '@/app/_ui/TypeGlyph'
import { toast } from '@/app/_ui/toast'
import type { SheetTask } from '@/domain/time/timesheet'
import { useWorkspace } from '../../../_frame/workspace'

type Found = Awaited<ReturnType<typeof trpc.relations.find.query>>

/** Puts one more task into the week, found by its key or title. */
export function AddTask({ onAdd }: { onAdd: (task: SheetTask) => void }) {
  const { slug: workspace } = useWorkspace()
  const [found, setFound] = useState<Found>([])
  const asked = useRef('')
  const search = async (text: string) => {
    asked.current = text
    const tasks = await trpc.relations.find.query({ workspace, text }).catch(() => [])
    if (asked.current === text) setFound(tasks)
  }
  const add = async (id: string) => {
    try {
      const all = await trpc.time.tasks.query({ workspace, ids: [id] })
      for (const task of all) onAdd(task)
    } catch (error) {
      toast.failed('The task was not added', { detail: (error as Error).message })
    }
  }
  return (
    <Pick
      label="Task"
      options={found.map((task) => ({
        id: task.id,
        label: `${task.key} ${task.title}`,
        icon: <TypeGlyph type={task.type} decorative />,
      }))}
      value={null}
      empty="No task is called so."
      onSearch={(text) => void search(text)}
      onOpenChange={(open) => (open ? void search('') : undefined)}
      onPick={(id) => void add(id)}
      trigger={
        <Button tone="bare" size="small" icon={<Plus className="size-4" />}>
          Add task
        </Button>
      }
    />
  )
}
