'use client'

import { RadioGroup } from '@/app/_ui/RadioGroup'
import { StatusRing } from '@/app/_ui/StatusRing'
import { CATEGORIES, type Category } from '@/domain/words'
import { categories } from './words'

type Props = { value: Category; color: string; onPick: (category: Category) => void }

/** The categories of a status, each as the ring that it would have. */
export function CategoryChoice({ value, color, onPick }: Props) {
  return (
    <RadioGroup
      label="Category"
      value={value}
      onChange={(to) => onPick(to as Category)}
      options={CATEGORIES.map((each) => ({
        value: each,
        label: (
          <span className="flex items-center gap-2">
            <StatusRing category={each} hue={color} />
            {categories[each].name}
            <span className="ml-auto text-muted">{categories[each].means}</span>
          </span>
        ),
      }))}
    />
  )
}
