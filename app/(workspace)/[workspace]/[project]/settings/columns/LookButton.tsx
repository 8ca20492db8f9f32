'use client'

import { Check, ChevronDown } from 'lucide-react'
import { useId } from 'react'
import { useSend } from '@/app/_client/react/hooks'
import { hues } from '@/app/_ui/hues'
import { Popover } from '@/app/_ui/Popover'
import { StatusRing } from '@/app/_ui/StatusRing'
import type { StatusScalars } from '@/domain/project/events'
import type { Status } from '@/domain/project/project'
import { CategoryChoice } from './CategoryChoice'
import { categories } from './words'

/** The column's ring as a button: opens its category and its colour. */
export function LookButton({ status }: { status: Status }) {
  const send = useSend()
  const { id, name, category, color } = status
  const set = (change: Partial<StatusScalars>) =>
    send({ type: 'status.edit', statusId: id, set: change })
  return (
    <Popover
      label={`Category and colour of ${name}`}
      className="w-72"
      trigger={
        <button
          type="button"
          aria-label={`Category and colour of ${name}: ${categories[category].name}, ${color}`}
          data-tip={categories[category].name}
          className="flex h-control shrink-0 items-center gap-1 rounded-card px-2 transition-colors hover:bg-hover"
        >
          <StatusRing category={category} hue={color} />
          <ChevronDown aria-hidden className="size-3 text-faint" />
        </button>
      }
    >
      <CategoryChoice value={category} color={color} onPick={(to) => set({ category: to })} />
      <Colours value={color} onPick={(to) => set({ color: to })} />
    </Popover>
  )
}

/** The hues as discs, one of them picked; arrows move between them. */
export function Colours({ value, onPick }: { value: string; onPick: (hue: string) => void }) {
  const group = useId()
  return (
    <fieldset className="mt-3 min-w-0 border-t border-line pt-3">
      <legend className="float-left mb-1 w-full font-medium">Colour</legend>
      <div className="clear-both flex flex-wrap gap-1">
        {hues.map((hue) => (
          <label
            key={hue}
            data-hue={hue}
            data-tip={hue}
            className="relative flex size-6 items-center justify-center rounded-full has-focus-visible:outline-2 has-focus-visible:outline-accent touch:size-11"
          >
            <input
              type="radio"
              name={group}
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
