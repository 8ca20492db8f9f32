'use client'

import { Trash2 } from 'lucide-react'
import { RESOLUTIONS } from '@/app/_features/taskFields/resolutions'
import { TASK_FIELD_VIEWS } from '@/app/_features/taskFields/taskFieldViews'
import { Button } from '@/app/_ui/Button'
import { Checkbox } from '@/app/_ui/Checkbox'
import { Dialog } from '@/app/_ui/Dialog'
import { priorityNames } from '@/app/_ui/PriorityIcon'
import { PRIORITIES, type Priority, type StatusId } from '@/domain/kernel/primitives'
import { REQUIRABLE_FIELDS } from '@/domain/task/fields'
import type { RequiredField, TransitionRule } from '@/domain/workflow/transition'
import {
  findTransition,
  type WorkflowDraft,
  withTransition,
  withTransitionRules,
} from '../editor/workflowDraft'
import { type RuleFormValues, toFormValues, toRules } from '../rules/ruleFormValues'
import { OptionalSelect } from './OptionalSelect'

type Props = {
  from: StatusId
  to: StatusId
  draft: WorkflowDraft
  onChange: (draft: WorkflowDraft) => void
  onClose: () => void
}

/** Edits the rules of a transition: required fields, who may use it and which fields it sets. */
export function TransitionDialog({ from, to, draft, onChange, onClose }: Props) {
  const fromStatus = draft.statuses.find((each) => each.id === from)
  const toStatus = draft.statuses.find((each) => each.id === to)
  const transition = fromStatus && findTransition(fromStatus, to)
  if (!fromStatus || !toStatus || !transition) return null
  const values = toFormValues(transition.rules)
  const changeRules = (change: Partial<RuleFormValues>) =>
    onChange(withTransitionRules(draft, from, to, toRules({ ...values, ...change })))
  const removeTransition = () => {
    onChange(withTransition(draft, from, to, false))
    onClose()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? null : onClose())}
      title={`${fromStatus.name} to ${toStatus.name}`}
      description="Rules for everybody who moves a task this way."
      footer={
        <>
          <Button
            className="mr-auto"
            icon={<Trash2 className="size-4" />}
            onClick={removeTransition}
          >
            Remove transition
          </Button>
          <Button tone="primary" onClick={onClose}>
            Done
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <RequiredFieldsFieldset
          fields={values.requiredFields}
          onChange={(requiredFields) => changeRules({ requiredFields })}
        />
        <ConditionFieldset
          condition={values.condition}
          onChange={(condition) => changeRules({ condition })}
        />
        <PostFunctionFieldset values={values} onChange={changeRules} />
      </div>
    </Dialog>
  )
}

function RequiredFieldsFieldset(props: {
  fields: RequiredField[]
  onChange: (fields: RequiredField[]) => void
}) {
  const { fields, onChange } = props
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-medium">Required fields</legend>
      <div className="grid grid-cols-1 gap-x-4 sm:grid-cols-2">
        {REQUIRABLE_FIELDS.map((field) => (
          <Checkbox
            key={field}
            label={TASK_FIELD_VIEWS[field].label}
            checked={fields.includes(field)}
            onChange={(on) =>
              onChange(on ? [...fields, field] : fields.filter((each) => each !== field))
            }
          />
        ))}
      </div>
    </fieldset>
  )
}

type TransitionCondition = Omit<Extract<TransitionRule, { kind: 'condition' }>, 'kind'>

function ConditionFieldset({
  condition,
  onChange,
}: {
  condition: TransitionCondition | null
  onChange: (condition: TransitionCondition | null) => void
}) {
  const { roles = [], assignee = false } = condition ?? {}
  const toggleRole = (name: 'admin' | 'member', on: boolean) =>
    change(on ? [...roles, name] : roles.filter((each) => each !== name), assignee)
  // A condition that nobody meets would block the transition. Removing the transition does that.
  const change = (next: TransitionCondition['roles'], allowsAssignee: boolean) =>
    onChange(
      next.length === 0 && !allowsAssignee ? null : { roles: next, assignee: allowsAssignee },
    )
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-medium">Who may</legend>
      <div className="flex flex-wrap gap-x-4">
        <Checkbox
          label="Admins"
          checked={roles.includes('admin')}
          onChange={(on) => toggleRole('admin', on)}
        />
        <Checkbox
          label="Members"
          checked={roles.includes('member')}
          onChange={(on) => toggleRole('member', on)}
        />
        <Checkbox label="The assignee" checked={assignee} onChange={(on) => change(roles, on)} />
      </div>
      {condition ? null : (
        <p className="text-muted">Nothing ticked: everybody who may move tasks.</p>
      )}
    </fieldset>
  )
}

function PostFunctionFieldset({
  values,
  onChange,
}: {
  values: RuleFormValues
  onChange: (change: Partial<RuleFormValues>) => void
}) {
  const { assignees, priority, resolution, dueDate, remainingEstimate } = values
  const nullable = (text: string) => (text === 'none' ? null : text)
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-medium">Set automatically</legend>
      <div className="grid grid-cols-1 gap-x-4 gap-y-2 sm:grid-cols-2">
        <OptionalSelect
          label={TASK_FIELD_VIEWS.assignees.label}
          value={assignees ?? ''}
          onChange={(to) => onChange({ assignees: to === '' ? undefined : (to as 'actor') })}
          options={[
            { value: 'actor', label: 'The person who moves it' },
            { value: 'none', label: 'Unassigned' },
          ]}
        />
        <OptionalSelect
          label={TASK_FIELD_VIEWS.priority.label}
          value={priority === undefined ? '' : String(priority)}
          onChange={(to) =>
            onChange({ priority: to === '' ? undefined : (Number(to) as Priority) })
          }
          options={PRIORITIES.map((each) => ({ value: String(each), label: priorityNames[each] }))}
        />
        <OptionalSelect
          label={TASK_FIELD_VIEWS.resolution.label}
          value={resolution === undefined ? '' : (resolution ?? 'none')}
          onChange={(to) => onChange({ resolution: to === '' ? undefined : nullable(to) })}
          options={[...RESOLUTIONS, { value: 'none', label: 'Cleared' }]}
        />
        <OptionalSelect
          label={TASK_FIELD_VIEWS.dueDate.label}
          value={dueDate === undefined ? '' : 'none'}
          onChange={(to) => onChange({ dueDate: to === '' ? undefined : null })}
          options={[{ value: 'none', label: 'Cleared' }]}
        />
        <OptionalSelect
          label={TASK_FIELD_VIEWS.remainingEstimate.label}
          value={remainingEstimate === undefined ? '' : String(remainingEstimate ?? 'none')}
          onChange={(to) =>
            onChange({ remainingEstimate: to === '' ? undefined : to === '0' ? 0 : null })
          }
          options={[
            { value: '0', label: 'Nothing left' },
            { value: 'none', label: 'Cleared' },
          ]}
        />
      </div>
    </fieldset>
  )
}
