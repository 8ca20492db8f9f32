'use client'

import { Check } from 'lucide-react'
import { StatusIcon } from '@/app/_ui/StatusIcon'
import type { WorkflowStatus } from '@/domain/project/commands'
import {
  findTransition,
  type WorkflowDraft,
  withAnyStatusAllowed,
  withTransition,
} from '../editor/workflowDraft'
import { describeRule } from '../rules/describeRule'
import type { EditTarget } from '../WorkflowEditor'

type Props = {
  draft: WorkflowDraft
  /** Omitted for people who may only read. */
  onChange?: (draft: WorkflowDraft) => void
  onEdit?: (chosen: EditTarget) => void
}

/** All transitions: one row per source status, one column per target. */
export function TransitionTable({ draft, onChange, onEdit }: Props) {
  const { statuses } = draft
  return (
    <div className="relative overflow-x-auto rounded-overlay border border-line">
      <table className="w-full border-collapse">
        <caption className="sr-only">Allowed transitions</caption>
        <thead>
          <tr className="border-b border-line text-left text-muted">
            <th scope="col" className="sticky left-0 z-10 bg-canvas px-3 py-2 font-medium">
              From
            </th>
            <th scope="col" className="px-2 py-2 text-center font-medium">
              Any status
            </th>
            {statuses.map((status) => (
              <th key={status.id} scope="col" className="max-w-32 px-2 py-2 font-medium">
                <span className="flex items-center justify-center gap-1.5">
                  <StatusIcon category={status.category} hue={status.color} />
                  <span className="truncate">
                    <span className="sr-only">To </span>
                    {status.name}
                  </span>
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {statuses.map((status) => (
            <tr key={status.id} className="border-b border-line last:border-b-0">
              <th scope="row" className="sticky left-0 z-10 bg-canvas px-1 text-left font-normal">
                <StatusCell status={status} onEdit={onEdit} />
              </th>
              <td className="px-2 text-center">
                <AllowedCheckbox
                  label={`${status.name} to any status`}
                  checked={status.transitions === null}
                  onChange={
                    onChange && ((on) => onChange(withAnyStatusAllowed(draft, status.id, on)))
                  }
                />
              </td>
              {statuses.map((targetStatus) => (
                <td key={targetStatus.id} className="px-2 text-center">
                  {targetStatus.id === status.id ? null : (
                    <TransitionCell {...{ draft, status, targetStatus, onChange, onEdit }} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function StatusCell({ status, onEdit }: { status: WorkflowStatus } & Pick<Props, 'onEdit'>) {
  const { id, name, category, color } = status
  const content = (
    <>
      <StatusIcon category={category} hue={color} />
      <span className="max-w-32 truncate">{name}</span>
    </>
  )
  const look = 'flex min-h-control w-full items-center gap-2 rounded-card px-2'
  if (!onEdit) return <span className={look}>{content}</span>
  return (
    <button
      type="button"
      data-status={id}
      className={`${look} hover:bg-hover`}
      onClick={() => onEdit({ statusId: id })}
    >
      {content}
    </button>
  )
}

function TransitionCell({
  draft,
  status,
  targetStatus,
  onChange,
  onEdit,
}: Props & { status: WorkflowStatus; targetStatus: WorkflowStatus }) {
  const transition = findTransition(status, targetStatus.id)
  const rules = transition?.rules ?? []
  const label = `${status.name} to ${targetStatus.name}`
  return (
    <span className="inline-flex items-center gap-1">
      <AllowedCheckbox
        label={label}
        checked={transition !== null}
        onChange={
          onChange && ((on) => onChange(withTransition(draft, status.id, targetStatus.id, on)))
        }
      />
      {transition && status.transitions && onEdit ? (
        <button
          type="button"
          data-transition={`${status.id} ${targetStatus.id}`}
          aria-label={`Rules of ${label}: ${rules.map(describeRule).join('; ') || 'none'}`}
          data-tooltip={rules.map(describeRule).join('; ') || 'Add rules'}
          className="flex h-6 min-w-6 items-center justify-center rounded-chip px-1 text-xs text-muted tabular-nums hover:bg-hover hover:text-text"
          onClick={() => onEdit({ from: status.id, to: targetStatus.id })}
        >
          {rules.length > 0 ? rules.length : '+'}
        </button>
      ) : rules.length > 0 ? (
        <span className="text-xs text-muted" data-tooltip={rules.map(describeRule).join('; ')}>
          {rules.length}
          <span className="sr-only"> rules: {rules.map(describeRule).join('; ')}</span>
        </span>
      ) : null}
    </span>
  )
}

function AllowedCheckbox({
  label,
  checked,
  onChange,
}: {
  label: string
  checked: boolean
  onChange?: (on: boolean) => void
}) {
  if (!onChange) {
    return checked ? (
      <Check role="img" aria-label={label} className="inline size-4 text-accent" />
    ) : (
      <span className="sr-only">{label}: no</span>
    )
  }
  return (
    <label className="inline-flex size-6 items-center justify-center touch:size-11">
      <span className="relative flex size-4">
        <input
          type="checkbox"
          aria-label={label}
          checked={checked}
          onChange={(event) => onChange(event.target.checked)}
          className="peer size-4 appearance-none rounded-chip border border-edge bg-raised transition-colors checked:border-accent checked:bg-accent"
        />
        <Check
          aria-hidden="true"
          className="pointer-events-none absolute inset-0.5 size-3 stroke-3 text-on-accent opacity-0 peer-checked:opacity-100"
        />
      </span>
    </label>
  )
}
