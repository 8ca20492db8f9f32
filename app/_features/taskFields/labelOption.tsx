import type { ComboboxOption } from '@/app/_ui/Combobox'
import { toHue } from '@/app/_ui/hues'

/** Returns a label as an option of a list. */
export function labelOption(label: string): ComboboxOption {
  const dot = <span data-hue={toHue(label)} className="size-2 rounded-full bg-tone" />
  return { id: label, label, icon: dot }
}
