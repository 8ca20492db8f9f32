'use client'

import { Check, ChevronDown } from 'lucide-react'
import { useId } from 'react'
import { useSend } from '@/app/_replica/react/projectHooks'
import { hues } from '@/app/_ui/hues'
import { Popover } from '@/app/_ui/Popover'
import { StatusIcon } from '@/app/_ui/StatusIcon'
import type { StatusScalars } from '@/domain/project/events'
import type { Status } from '@/domain/project/project'
import { CategoryRadioGroup } from './CategoryRadioGroup'
import { CATEGORY_LABELS } from './categoryLabels'

/** A status ring as a button that opens the choice of category and color. */
export function StatusAppearanceButton({ status }: { status: Status }) {
  const send = useSend()
  const { id, name, category, color } = status
  const editStatus = (change: Partial<StatusScalars>) =>
    send({ type: 'status.edit', statusId: id, set: change })
  return (
    <Popover
      label={`Category and colour of ${name}`}
      className="w-72"
      trigger={
        <button
          type="button"
          aria-label={`Category and colour of ${name}: ${CATEGORY_LABELS[category].name}, ${color}`}
          data-tooltip={CATEGORY_LABELS[category].name}
          className="flex h-control shrink-0 items-center gap-1 rounded-card px-2 transition-colors hover:bg-hover"
        >
          <StatusIcon category={category} hue={color} />
          <ChevronDown aria-hidden className="size-3 text-faint" />
        </button>
      }
    >
      <CategoryRadioGroup
        value={category}
        color={color}
        onPick={(value) => editStatus({ category: value })}
      />
      <ColorRadioGroup value={color} onPick={(value) => editStatus({ color: value })} />
    </Popover>
  )
}

/** The colors as a radio group of discs with arrow key navigation. */
export function ColorRadioGroup({
  value,
  onPick,
}: {
  value: string
  onPick: (hue: string) => void
}) {
  const groupName = useId()
  return (
    <fieldset className="mt-3 min-w-0 border-t border-line pt-3">
      <legend className="float-left mb-1 w-full font-medium">Colour</legend>
      <div className="clear-both flex flex-wrap gap-1">
        {hues.map((hue) => (
          <label
            key={hue}
            data-hue={hue}
            data-tooltip={hue}
            className="relative flex size-6 items-center justify-center rounded-full has-focus-visible:outline-2 has-focus-visible:outline-accent touch:size-11"
          >
            <input
              type="radio"
              name={groupName}
              value={hue}
              aria-label={hue}
              checked={hue === value}
              onChange={() => onPick(hue)}
              className="peer absolute inset-0 cursor-pointer appearance-none rounded-full outline-none"
            />
            <span className="pointer-events-none flex size-5 items-center justify-center rounded-full bg-tone text-raised">
              {hue === value ? <Check aria-hidden className="size-3 stroke-3" /> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
