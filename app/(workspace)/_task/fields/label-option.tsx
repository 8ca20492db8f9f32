import { toHue } from '@/app/_ui/hues'
import type { PickOption } from '@/app/_ui/Pick'

/** A label as a list offers it. */
export function labelOption(label: string): PickOption {
  const dot = <span data-hue={toHue(label)} className="size-2 rounded-full bg-tone" />
  return { id: label, label, icon: dot }
}
