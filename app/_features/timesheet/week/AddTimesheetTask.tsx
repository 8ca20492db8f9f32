'use client'

import { keepPreviousData } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { requestErrorMessage } from '@/app/_api/formErrors'
import { trpc } from '@/app/_api/trpc'
import { useWorkspace } from '@/app/_features/shell/useWorkspace'
import { Button } from '@/app/_ui/Button'
import { Combobox } from '@/app/_ui/Combobox'
import { TaskTypeIcon } from '@/app/_ui/TaskTypeIcon'
import { toast } from '@/app/_ui/toast'
import type { TimesheetTask } from '@/domain/time/timesheet'

/** Adds a row for one more task to the week, found by its key or title. */
export function AddTimesheetTask({ onAdd }: { onAdd: (task: TimesheetTask) => void }) {
  const { slug: workspace } = useWorkspace()
  const [text, setText] = useState<string | null>(null)
  const { data: found = [] } = trpc.relations.searchTasks.useQuery(
    { workspace, text: text ?? '' },
    { enabled: text !== null, placeholderData: keepPreviousData, staleTime: 0 },
  )
  const utils = trpc.useUtils()
  const add = async (id: string) => {
    try {
      const all = await utils.time.timesheetTasks.fetch({ workspace, ids: [id] })
      for (const task of all) onAdd(task)
    } catch (error) {
      toast.error('The task was not added', { detail: requestErrorMessage(error) })
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
      onSearch={setText}
      onOpenChange={(open) => setText(open ? '' : null)}
      onSelect={(id) => void add(id)}
      trigger={
        <Button tone="ghost" size="small" icon={<Plus className="size-4" />}>
          Add task
        </Button>
      }
    />
  )
}
