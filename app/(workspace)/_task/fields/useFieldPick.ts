'use client'

import { useState } from 'react'
import { useMe, usePeople, useProject, useSend } from '@/app/_client/react/hooks'
import type { KnownCard } from '@/app/_client/store/types'
import type { PickMany, PickOne, PickOption } from '@/app/_ui/Pick'
import { LIMITS, type Priority, type TaskType } from '@/domain/words'
import { useTaskActs } from '../acts/useTaskActs'
import { changeSet } from './change-set'
import { estimateOptions, priorityOptions, statusOptions } from './field-options'
import { labelOption } from './label-option'
import { personOptions } from './person-options'
import { parentlessOptions, typeOptions } from './type-options'
import { useKnownLabels } from './useKnownLabels'

/** The fields that are picked from a list. */
export type PickedField = 'status' | 'assignees' | 'priority' | 'labels' | 'estimate' | 'type'

/** What a Pick needs to know of a field, but for where it hangs. */
export type FieldPick = (PickOne | PickMany) & {
  label: string
  options: PickOption[]
  empty?: string
  onSearch?: (text: string) => void
  onCreate?: (text: string) => void
}

/** The list that sets one of a task's fields. */
export function useFieldPick(task: KnownCard, field: PickedField): FieldPick {
  const project = useProject()
  const me = useMe()
  const people = usePeople()
  const labels = useKnownLabels()
  const send = useSend()
  const { moveTo } = useTaskActs()
  const [typed, setTyped] = useState('')
  const { id: taskId } = task

  switch (field) {
    case 'status':
      return {
        label: 'Status',
        options: statusOptions(project, task, me),
        value: task.statusId,
        onPick: (id) => {
          if (id !== task.statusId) moveTo(taskId, id, { end: 'top' })
        },
      }
    case 'type':
      return {
        label: 'Type',
        options: task.parentId || task.type === 'subtask' ? typeOptions : parentlessOptions,
        value: task.type,
        onPick: (id) => send({ type: 'task.edit', taskId, set: { type: id as TaskType } }),
      }
    case 'priority':
      return {
        label: 'Priority',
        options: priorityOptions,
        value: String(task.priority),
        onPick: (id) => {
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
        onPick: (id) => {
          const estimate = id === 'none' ? null : Number(id)
          send({ type: 'task.edit', taskId, set: { estimate } })
        },
      }
    case 'assignees':
      return {
        many: true,
        label: 'Assignees',
        options: personOptions(people),
        value: task.assignees,
        onPick: (ids) => send(changeSet(taskId, 'assignees', task.assignees, ids)),
      }
    case 'labels':
      return {
        many: true,
        label: 'Labels',
        options: [...new Set([...labels, ...task.labels])].map(labelOption),
        value: task.labels,
        onPick: (ids) => send(changeSet(taskId, 'labels', task.labels, ids)),
        onCreate: (label) => send({ type: 'task.edit', taskId, add: { labels: [label] } }),
      }
  }
}
