'use client'

import { RadioGroup } from '@/app/_ui/RadioGroup'
import { StatusIcon } from '@/app/_ui/StatusIcon'
import { CATEGORIES, type Category } from '@/domain/kernel/primitives'
import { CATEGORY_LABELS } from './categoryLabels'

type Props = { value: Category; color: string; onPick: (category: Category) => void }

/** The categories of a status, each shown as the status ring it produces. */
export function CategoryRadioGroup({ value, color, onPick }: Props) {
  return (
    <RadioGroup
      label="Category"
      value={value}
      onChange={(to) => onPick(to as Category)}
      options={CATEGORIES.map((each) => ({
        value: each,
        label: (
          <span className="flex items-center gap-2">
            <StatusIcon category={each} hue={color} />
            {CATEGORY_LABELS[each].name}
            <span className="ml-auto text-muted">{CATEGORY_LABELS[each].description}</span>
          </span>
        ),
      }))}
    />
  )
}
