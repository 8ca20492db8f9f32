'use client'

import { Fragment, useId, useMemo, useState } from 'react'
import { cx } from '@/app/_ui/cx'
import { StatusRing } from '@/app/_ui/StatusRing'
import type { WorkflowStatus } from '@/domain/project/commands'
import { categories } from '../columns/words'
import { type Arrow, NODE, pictureOf } from './geometry'
import { ruleWords } from './rule-words'
import type { Chosen } from './Workflow'

type Props = {
  statuses: WorkflowStatus[]
  /** Left out for those who only read. */
  onChoose?: (chosen: Chosen) => void
}

/** The workflow as states and arrows; Tab goes to each state and then along its arrows. */
export function Diagram({ statuses, onChoose }: Props) {
  const { width, height, heads, states, arrows } = useMemo(() => pictureOf(statuses), [statuses])
  const head = useId()
  const [lit, setLit] = useState<string | null>(null)
  const nameOf = (id: string) => statuses.find((each) => each.id === id)?.name ?? ''
  return (
    <div className="overflow-x-auto rounded-overlay border border-line bg-canvas">
      <div className="relative mx-auto" style={{ width, height }}>
        <svg
          aria-hidden="true"
          width={width}
          height={height}
          className="pointer-events-none absolute inset-0 text-edge"
        >
          <defs>
            <marker id={head} markerWidth="8" markerHeight="8" refX="7" refY="4" orient="auto">
              <path d="M0 .5 7.5 4 0 7.5z" fill="context-stroke" />
            </marker>
          </defs>
          {arrows.map((arrow) => (
            <path
              key={keyOf(arrow)}
              d={arrow.path}
              fill="none"
              stroke="currentColor"
              strokeWidth={isLit(arrow, lit) ? 2 : 1.25}
              markerEnd={`url(#${head})`}
              className={cx('transition-colors', isLit(arrow, lit) && 'text-accent')}
            />
          ))}
        </svg>
        {heads.map(({ category, x }) => (
          <p
            key={category}
            className="absolute top-3 text-tiny font-medium text-muted"
            style={{ left: x, width: NODE.width }}
          >
            {categories[category].name}
          </p>
        ))}
        {statuses.map((status) => (
          <Fragment key={status.id}>
            <State
              status={status}
              at={states.get(status.id)}
              onChoose={onChoose}
              onLit={(on) => setLit(on ? status.id : null)}
            />
            {arrows
              .filter((arrow) => arrow.from === status.id)
              .map((arrow) => (
                <Way
                  key={keyOf(arrow)}
                  arrow={arrow}
                  label={`${status.name} to ${nameOf(arrow.to)}`}
                  rules={rulesOf(status, arrow)}
                  onChoose={onChoose}
                  onLit={(on) => setLit(on ? keyOf(arrow) : null)}
                />
              ))}
          </Fragment>
        ))}
      </div>
    </div>
  )
}

const keyOf = ({ from, to }: Arrow) => `${from} ${to}`
/** An arrow itself, or every arrow of a state. */
const isLit = (arrow: Arrow, lit: string | null) => lit === keyOf(arrow) || lit === arrow.from

const rulesOf = ({ transitions }: WorkflowStatus, { to }: Arrow) =>
  (transitions?.find((each) => each.to === to)?.rules ?? []).map(ruleWords)

type StateProps = Pick<Props, 'onChoose'> & {
  status: WorkflowStatus
  at: { x: number; y: number } | undefined
  onLit: (on: boolean) => void
}

function State({ status, at, onChoose, onLit }: StateProps) {
  const { id, name, category, color, transitions } = status
  const leads =
    transitions === null ? 'leads anywhere' : transitions.length === 0 ? 'leads nowhere' : null
  const face = (
    <>
      <StatusRing category={category} hue={color} />
      <span className="min-w-0 grow">
        <span className="block truncate font-medium">{name}</span>
        {leads ? <span className="block truncate text-tiny text-muted">{leads}</span> : null}
      </span>
    </>
  )
  const look = {
    className:
      'absolute flex items-center gap-2 rounded-card border border-line bg-raised px-3 text-left',
    style: { left: at?.x, top: at?.y, width: NODE.width, height: NODE.height },
  }
  if (!onChoose) return <div {...look}>{face}</div>
  return (
    <button
      type="button"
      data-state={id}
      {...look}
      className={cx(look.className, 'transition-colors hover:border-edge hover:bg-hover')}
      onClick={() => onChoose({ state: id })}
      onPointerEnter={() => onLit(true)}
      onPointerLeave={() => onLit(false)}
      onFocus={() => onLit(true)}
      onBlur={() => onLit(false)}
    >
      {face}
    </button>
  )
}

type WayProps = Pick<Props, 'onChoose'> & {
  arrow: Arrow
  label: string
  rules: string[]
  onLit: (on: boolean) => void
}

/** The handle of an arrow: how many rules it has; empty where it has none. */
function Way({ arrow, label, rules, onChoose, onLit }: WayProps) {
  const words = rules.length === 0 ? `${label}, no rules` : `${label}: ${rules.join('; ')}`
  const dot = (
    <span
      className={cx(
        'flex size-4 items-center justify-center rounded-full border text-[0.625rem]/none font-medium tabular-nums',
        rules.length > 0
          ? 'border-accent bg-accent text-on-accent'
          : 'border-edge bg-canvas text-muted group-hover:bg-hover',
      )}
    >
      {rules.length > 0 ? rules.length : ''}
    </span>
  )
  const look = {
    className: 'group absolute flex size-6 items-center justify-center rounded-full',
    style: { left: arrow.handle.x - 12, top: arrow.handle.y - 12 },
  }
  if (!onChoose) {
    return (
      <span {...look} role="img" aria-label={words} data-tip={words}>
        {dot}
      </span>
    )
  }
  return (
    <button
      type="button"
      data-way={`${arrow.from} ${arrow.to}`}
      {...look}
      aria-label={words}
      data-tip={words}
      onClick={() => onChoose({ from: arrow.from, to: arrow.to })}
      onPointerEnter={() => onLit(true)}
      onPointerLeave={() => onLit(false)}
      onFocus={() => onLit(true)}
      onBlur={() => onLit(false)}
    >
      {dot}
    </button>
  )
}
