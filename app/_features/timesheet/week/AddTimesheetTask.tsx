'use client'

import { Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import { apiClient } from '@/app/_api/apiClient'
import { useWorkspace } from '@/app/_features/shell/useWorkspace'
import { Button } from '@/app/_ui/Button'
import { Combobox } from '@/app/_ui/Combobox'
import { TaskTypeIcon } from '@/app/_ui/TaskTypeIcon'
import { toast } from '@/app/_ui/toast'
import type { TimesheetTask } from '@/domain/time/timesheet'

type FoundTasks = Awaited<ReturnType<typeof apiClient.relations.searchTasks.query>>

/** Adds a task to the week, found by key or title. */
export function AddTimesheetTask({ onAdd }: { onAdd: (task: TimesheetTask) => void }) {
  const { slug: workspace } = useWorkspace()
  const [found, setFound] = useState<FoundTasks>([])
  const latestSearch = useRef('')
  const search = async (text: string) => {
    latestSearch.current = text
    const tasks = await apiClient.relations.searchTasks.query({ workspace, text }).catch(() => [])
    if (latestSearch.current === text) setFound(tasks)
  }
  const add = async (id: string) => {
    try {
      const all = await apiClient.time.timesheetTasks.query({ workspace, ids: [id] })
      for (const task of all) onAdd(task)
    } catch (error) {
      toast.error('The task was not added', { detail: (error as Error).message })
    }
  }
  return (
    <Combobox
      label="Task"
      options={found.map((task) => ({
        id: task.id,
        label: `${task.key} ${task.title}`,
        icon: <TaskTypeIcon type={task.type} decorative />,
      }))}
      value={null}
      empty="No matching tasks"
      onSearch={(text) => void search(text)}
      onOpenChange={(open) => (open ? void search('') : undefined)}
      onSelect={(id) => void add(id)}
      trigger={
        <Button tone="ghost" size="small" icon={<Plus className="size-4" />}>
          Add task
        </Button>
      }
    />
  )
}
