'use client'

import { useState } from 'react'
import {
  estimateOptions,
  priorityOptions,
  statusOptions,
} from '@/app/_features/taskFields/fieldOptions'
import { labelOption } from '@/app/_features/taskFields/labelOption'
import { personOptions } from '@/app/_features/taskFields/personOptions'
import {
  parentlessTaskTypeOptions,
  taskTypeOptions,
} from '@/app/_features/taskFields/taskTypeOptions'
import { useLoadedLabels } from '@/app/_features/taskFields/useLoadedLabels'
import { useCurrentUser, usePeople, useProject, useSend } from '@/app/_replica/react/projectHooks'
import type { ReplicaCard } from '@/app/_replica/replicaTypes'
import type { ComboboxOption, MultipleSelection, SingleSelection } from '@/app/_ui/Combobox'
import { LIMITS, type Priority, type TaskType } from '@/domain/kernel/primitives'
import { setFieldEdit } from './properties/setFieldEdit'
import { useTaskActions } from './useTaskActions'

/** Fields that are picked from a list. */
export type PickerField = 'status' | 'assignees' | 'priority' | 'labels' | 'estimate' | 'type'

/** The data that a picker needs about a field, except its anchor. */
export type FieldPicker = (SingleSelection | MultipleSelection) & {
  label: string
  options: ComboboxOption[]
  empty?: string
  onSearch?: (text: string) => void
  onCreate?: (text: string) => void
}

/** Returns the picker for one of a task's fields. */
export function useFieldPicker(task: ReplicaCard, field: PickerField): FieldPicker {
  const project = useProject()
  const me = useCurrentUser()
  const people = usePeople()
  const labels = useLoadedLabels()
  const send = useSend()
  const { moveTo } = useTaskActions()
  const [typed, setTyped] = useState('')
  const { id: taskId } = task

  switch (field) {
    case 'status':
      return {
        label: 'Status',
        options: statusOptions(project, task, me),
        value: task.statusId,
        onSelect: (id) => {
          if (id !== task.statusId) moveTo(taskId, id, { end: 'top' })
        },
      }
    case 'type':
      return {
        label: 'Type',
        options:
          task.parentId || task.type === 'subtask' ? taskTypeOptions : parentlessTaskTypeOptions,
        value: task.type,
        onSelect: (id) => send({ type: 'task.edit', taskId, set: { type: id as TaskType } }),
      }
    case 'priority':
      return {
        label: 'Priority',
        options: priorityOptions,
        value: String(task.priority),
        onSelect: (id) => {
          send({ type: 'task.edit', taskId, set: { priority: Number(id) as Priority } })
        },
      }
    case 'estimate':
      return {
        label: 'Estimate in points',
        options: estimateOptions(task.estimate, typed),
        value: task.estimate === null ? 'none' : String(task.estimate),
        empty: `Enter a number of points, ${LIMITS.estimate.toLocaleString('en')} at most.`,
        onSearch: setTyped,
        onSelect: (id) => {
          const estimate = id === 'none' ? null : Number(id)
          send({ type: 'task.edit', taskId, set: { estimate } })
        },
      }
    case 'assignees':
      return {
        multiple: true,
        label: 'Assignees',
        options: personOptions(people),
        value: task.assignees,
        onSelect: (ids) => send(setFieldEdit(taskId, 'assignees', task.assignees, ids)),
      }
    case 'labels':
      return {
        multiple: true,
        label: 'Labels',
        options: [...new Set([...labels, ...task.labels])].map(labelOption),
        value: task.labels,
        onSelect: (ids) => send(setFieldEdit(taskId, 'labels', task.labels, ids)),
        onCreate: (label) => send({ type: 'task.edit', taskId, add: { labels: [label] } }),
      }
  }
}
