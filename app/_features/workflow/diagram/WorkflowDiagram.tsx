'use client'

import { Fragment, useId, useMemo, useState } from 'react'
import { cx } from '@/app/_ui/cx'
import { StatusIcon } from '@/app/_ui/StatusIcon'
import type { WorkflowStatus } from '@/domain/project/commands'
import { CATEGORY_LABELS } from '../categoryLabels'
import { describeRule } from '../rules/describeRule'
import type { EditTarget } from '../WorkflowEditor'
import { layoutDiagram, NODE, type TransitionArrow } from './diagramLayout'

type Props = {
  statuses: WorkflowStatus[]
  /** Omitted for people who may only read. */
  onEdit?: (chosen: EditTarget) => void
}

/** The workflow as statuses and arrows. Tab goes to each status and then along its arrows. */
export function WorkflowDiagram({ statuses, onEdit }: Props) {
  const { width, height, headings, nodePositions, arrows } = useMemo(
    () => layoutDiagram(statuses),
    [statuses],
  )
  const markerId = useId()
  const [highlightedKey, setHighlightedKey] = useState<string | null>(null)
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
            <marker id={markerId} markerWidth="8" markerHeight="8" refX="7" refY="4" orient="auto">
              <path d="M0 .5 7.5 4 0 7.5z" fill="context-stroke" />
            </marker>
          </defs>
          {arrows.map((arrow) => (
            <path
              key={arrowKey(arrow)}
              d={arrow.path}
              fill="none"
              stroke="currentColor"
              strokeWidth={isHighlighted(arrow, highlightedKey) ? 2 : 1.25}
              markerEnd={`url(#${markerId})`}
              className={cx(
                'transition-colors',
                isHighlighted(arrow, highlightedKey) && 'text-accent',
              )}
            />
          ))}
        </svg>
        {headings.map(({ category, x }) => (
          <p
            key={category}
            className="absolute top-3 text-xs font-medium text-muted"
            style={{ left: x, width: NODE.width }}
          >
            {CATEGORY_LABELS[category].name}
          </p>
        ))}
        {statuses.map((status) => (
          <Fragment key={status.id}>
            <StatusNode
              status={status}
              position={nodePositions.get(status.id)}
              onEdit={onEdit}
              onHighlight={(on) => setHighlightedKey(on ? status.id : null)}
            />
            {arrows
              .filter((arrow) => arrow.from === status.id)
              .map((arrow) => (
                <TransitionHandle
                  key={arrowKey(arrow)}
                  arrow={arrow}
                  label={`${status.name} to ${nameOf(arrow.to)}`}
                  rules={ruleTexts(status, arrow)}
                  onEdit={onEdit}
                  onHighlight={(on) => setHighlightedKey(on ? arrowKey(arrow) : null)}
                />
              ))}
          </Fragment>
        ))}
      </div>
    </div>
  )
}

const arrowKey = ({ from, to }: TransitionArrow) => `${from} ${to}`
/** Returns true for the highlighted arrow, and for every arrow of a highlighted status. */
const isHighlighted = (arrow: TransitionArrow, highlightedKey: string | null) =>
  highlightedKey === arrowKey(arrow) || highlightedKey === arrow.from

const ruleTexts = ({ transitions }: WorkflowStatus, { to }: TransitionArrow) =>
  (transitions?.find((each) => each.to === to)?.rules ?? []).map(describeRule)

type StatusNodeProps = Pick<Props, 'onEdit'> & {
  status: WorkflowStatus
  position: { x: number; y: number } | undefined
  onHighlight: (on: boolean) => void
}

function StatusNode({ status, position, onEdit, onHighlight }: StatusNodeProps) {
  const { id, name, category, color, transitions } = status
  const transitionHint =
    transitions === null ? 'Any status' : transitions.length === 0 ? 'No transitions' : null
  const content = (
    <>
      <StatusIcon category={category} hue={color} />
      <span className="min-w-0 grow">
        <span className="block truncate font-medium">{name}</span>
        {transitionHint ? (
          <span className="block truncate text-xs text-muted">{transitionHint}</span>
        ) : null}
      </span>
    </>
  )
  const nodeProps = {
    className:
      'absolute flex items-center gap-2 rounded-card border border-line bg-raised px-3 text-left',
    style: { left: position?.x, top: position?.y, width: NODE.width, height: NODE.height },
  }
  if (!onEdit) return <div {...nodeProps}>{content}</div>
  return (
    <button
      type="button"
      data-status={id}
      {...nodeProps}
      className={cx(nodeProps.className, 'transition-colors hover:border-edge hover:bg-hover')}
      onClick={() => onEdit({ statusId: id })}
      onPointerEnter={() => onHighlight(true)}
      onPointerLeave={() => onHighlight(false)}
      onFocus={() => onHighlight(true)}
      onBlur={() => onHighlight(false)}
    >
      {content}
    </button>
  )
}

type TransitionHandleProps = Pick<Props, 'onEdit'> & {
  arrow: TransitionArrow
  label: string
  rules: string[]
  onHighlight: (on: boolean) => void
}

/** The handle of an arrow. Shows how many rules the transition has, or nothing without rules. */
function TransitionHandle({ arrow, label, rules, onEdit, onHighlight }: TransitionHandleProps) {
  const description = rules.length === 0 ? `${label}, no rules` : `${label}: ${rules.join('; ')}`
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
  const handleProps = {
    className: 'group absolute flex size-6 items-center justify-center rounded-full',
    style: { left: arrow.handlePosition.x - 12, top: arrow.handlePosition.y - 12 },
  }
  if (!onEdit) {
    return (
      <span {...handleProps} role="img" aria-label={description} data-tooltip={description}>
        {dot}
      </span>
    )
  }
  return (
    <button
      type="button"
      data-transition={`${arrow.from} ${arrow.to}`}
      {...handleProps}
      aria-label={description}
      data-tooltip={description}
      onClick={() => onEdit({ from: arrow.from, to: arrow.to })}
      onPointerEnter={() => onHighlight(true)}
      onPointerLeave={() => onHighlight(false)}
      onFocus={() => onHighlight(true)}
      onBlur={() => onHighlight(false)}
    >
      {dot}
    </button>
  )
}
