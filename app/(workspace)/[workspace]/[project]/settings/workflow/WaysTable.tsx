'use client'

import { Check } from 'lucide-react'
import { StatusRing } from '@/app/_ui/StatusRing'
import type { WorkflowStatus } from '@/domain/project/commands'
import { type Drawn, wayOf, withAny, withWay } from './draft'
import { ruleWords } from './rule-words'
import type { Chosen } from './Workflow'

type Props = {
  drawn: Drawn
  /** Left out for those who only read. */
  onChange?: (drawn: Drawn) => void
  onChoose?: (chosen: Chosen) => void
}

/** Every way at once: rows lead from, columns lead to. */
export function WaysTable({ drawn, onChange, onChoose }: Props) {
  const { statuses } = drawn
  return (
    <div className="relative overflow-x-auto rounded-overlay border border-line">
      <table className="w-full border-collapse">
        <caption className="sr-only">Which status leads to which</caption>
        <thead>
          <tr className="border-b border-line text-left text-muted">
            <th scope="col" className="sticky left-0 z-10 bg-canvas px-3 py-2 font-medium">
              From
            </th>
            <th scope="col" className="px-2 py-2 text-center font-medium">
              Anywhere
            </th>
            {statuses.map((status) => (
              <th key={status.id} scope="col" className="max-w-32 px-2 py-2 font-medium">
                <span className="flex items-center justify-center gap-1.5">
                  <StatusRing category={status.category} hue={status.color} />
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
                <Name status={status} onChoose={onChoose} />
              </th>
              <td className="px-2 text-center">
                <Tick
                  label={`${status.name} leads anywhere`}
                  checked={status.transitions === null}
                  onChange={onChange && ((on) => onChange(withAny(drawn, status.id, on)))}
                />
              </td>
              {statuses.map((goal) => (
                <td key={goal.id} className="px-2 text-center">
                  {goal.id === status.id ? null : (
                    <Way {...{ drawn, status, goal, onChange, onChoose }} />
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

function Name({ status, onChoose }: { status: WorkflowStatus } & Pick<Props, 'onChoose'>) {
  const { id, name, category, color } = status
  const face = (
    <>
      <StatusRing category={category} hue={color} />
      <span className="max-w-32 truncate">{name}</span>
    </>
  )
  const look = 'flex min-h-control w-full items-center gap-2 rounded-card px-2'
  if (!onChoose) return <span className={look}>{face}</span>
  return (
    <button
      type="button"
      data-state={id}
      className={`${look} hover:bg-hover`}
      onClick={() => onChoose({ state: id })}
    >
      {face}
    </button>
  )
}

function Way({
  drawn,
  status,
  goal,
  onChange,
  onChoose,
}: Props & { status: WorkflowStatus; goal: WorkflowStatus }) {
  const way = wayOf(status, goal.id)
  const rules = way?.rules ?? []
  const label = `${status.name} to ${goal.name}`
  return (
    <span className="inline-flex items-center gap-1">
      <Tick
        label={label}
        checked={way !== null}
        onChange={onChange && ((on) => onChange(withWay(drawn, status.id, goal.id, on)))}
      />
      {way && status.transitions && onChoose ? (
        <button
          type="button"
          data-way={`${status.id} ${goal.id}`}
          aria-label={`Rules of ${label}: ${rules.map(ruleWords).join('; ') || 'none'}`}
          data-tip={rules.map(ruleWords).join('; ') || 'Add rules'}
          className="flex h-6 min-w-6 items-center justify-center rounded-chip px-1 text-tiny text-muted tabular-nums hover:bg-hover hover:text-text"
          onClick={() => onChoose({ from: status.id, to: goal.id })}
        >
          {rules.length > 0 ? rules.length : '+'}
        </button>
      ) : rules.length > 0 ? (
        <span className="text-tiny text-muted" data-tip={rules.map(ruleWords).join('; ')}>
          {rules.length}
          <span className="sr-only"> rules: {rules.map(ruleWords).join('; ')}</span>
        </span>
      ) : null}
    </span>
  )
}

function Tick({
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
