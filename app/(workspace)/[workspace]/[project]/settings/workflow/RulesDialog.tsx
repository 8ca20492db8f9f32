'use client'

import { Trash2 } from 'lucide-react'
import { Button } from '@/app/_ui/Button'
import { Checkbox } from '@/app/_ui/Checkbox'
import { Dialog } from '@/app/_ui/Dialog'
import { priorityNames } from '@/app/_ui/PriorityBars'
import { REQUIRABLE, type RequiredField, type Rule } from '@/domain/project/transition'
import { PRIORITIES, type Priority, type StatusId } from '@/domain/words'
import { RESOLUTIONS } from '../../../../_task/fields/resolutions'
import { fieldTitles } from '../../../../_task/fill/field-titles'
import { type Drawn, wayOf, withRules, withWay } from './draft'
import { partsOf, type RuleParts, rulesOf } from './rule-parts'
import { Select } from './Select'

type Props = {
  from: StatusId
  to: StatusId
  drawn: Drawn
  onChange: (drawn: Drawn) => void
  onClose: () => void
}

/** What a transition asks of a move, who may take it, and what it sets. */
export function RulesDialog({ from, to, drawn, onChange, onClose }: Props) {
  const start = drawn.statuses.find((each) => each.id === from)
  const goal = drawn.statuses.find((each) => each.id === to)
  const way = start && wayOf(start, to)
  if (!start || !goal || !way) return null
  const parts = partsOf(way.rules)
  const set = (change: Partial<RuleParts>) =>
    onChange(withRules(drawn, from, to, rulesOf({ ...parts, ...change })))
  const close = () => {
    onChange(withWay(drawn, from, to, false))
    onClose()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? null : onClose())}
      title={`${start.name} to ${goal.name}`}
      description="Rules for whoever moves a task this way."
      footer={
        <>
          <Button className="mr-auto" icon={<Trash2 className="size-4" />} onClick={close}>
            Remove transition
          </Button>
          <Button tone="primary" onClick={onClose}>
            Done
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Needs fields={parts.fields} onChange={(fields) => set({ fields })} />
        <Who only={parts.only} onChange={(only) => set({ only })} />
        <Sets parts={parts} onChange={set} />
      </div>
    </Dialog>
  )
}

function Needs(props: { fields: RequiredField[]; onChange: (fields: RequiredField[]) => void }) {
  const { fields, onChange } = props
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-medium">Must be filled</legend>
      <div className="grid grid-cols-1 gap-x-4 sm:grid-cols-2">
        {REQUIRABLE.map((field) => (
          <Checkbox
            key={field}
            label={fieldTitles[field]}
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

type Only = Omit<Extract<Rule, { kind: 'only' }>, 'kind'>

function Who({ only, onChange }: { only: Only | null; onChange: (only: Only | null) => void }) {
  const { roles = [], assignee = false } = only ?? {}
  const role = (name: 'admin' | 'member', on: boolean) =>
    change(on ? [...roles, name] : roles.filter((each) => each !== name), assignee)
  // Nobody at all would be a way that is closed: that is what removing it is for.
  const change = (next: Only['roles'], own: boolean) =>
    onChange(next.length === 0 && !own ? null : { roles: next, assignee: own })
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-medium">Only for</legend>
      <div className="flex flex-wrap gap-x-4">
        <Checkbox
          label="Admins"
          checked={roles.includes('admin')}
          onChange={(on) => role('admin', on)}
        />
        <Checkbox
          label="Members"
          checked={roles.includes('member')}
          onChange={(on) => role('member', on)}
        />
        <Checkbox label="The assignee" checked={assignee} onChange={(on) => change(roles, on)} />
      </div>
      {only ? null : <p className="text-muted">Nothing ticked: everybody who may move tasks.</p>}
    </fieldset>
  )
}

function Sets({
  parts,
  onChange,
}: {
  parts: RuleParts
  onChange: (change: Partial<RuleParts>) => void
}) {
  const { assignees, priority, resolution, dueDate, remainingEstimate } = parts
  const nullable = (text: string) => (text === 'none' ? null : text)
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-medium">Sets by itself</legend>
      <div className="grid grid-cols-1 gap-x-4 gap-y-2 sm:grid-cols-2">
        <Select
          label="Assignees"
          value={assignees ?? ''}
          onChange={(to) => onChange({ assignees: to === '' ? undefined : (to as 'actor') })}
          options={[
            { value: 'actor', label: 'Whoever moves it' },
            { value: 'none', label: 'Nobody' },
          ]}
        />
        <Select
          label="Priority"
          value={priority === undefined ? '' : String(priority)}
          onChange={(to) =>
            onChange({ priority: to === '' ? undefined : (Number(to) as Priority) })
          }
          options={PRIORITIES.map((each) => ({ value: String(each), label: priorityNames[each] }))}
        />
        <Select
          label="Resolution"
          value={resolution === undefined ? '' : (resolution ?? 'none')}
          onChange={(to) => onChange({ resolution: to === '' ? undefined : nullable(to) })}
          options={[...RESOLUTIONS, { value: 'none', label: 'Cleared' }]}
        />
        <Select
          label="Due date"
          value={dueDate === undefined ? '' : 'none'}
          onChange={(to) => onChange({ dueDate: to === '' ? undefined : null })}
          options={[{ value: 'none', label: 'Cleared' }]}
        />
        <Select
          label="Remaining time"
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
