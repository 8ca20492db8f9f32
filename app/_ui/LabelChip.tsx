import { X } from 'lucide-react'
import { toHue } from './hues'

/** A label: its dot and its name. With `onRemove` it has a button to remove it. */
export function LabelChip({
  name,
  hue = name,
  onRemove,
}: {
  name: string
  /** The name of a hue or any text. Defaults to the label's name. */
  hue?: string
  onRemove?: () => void
}) {
  return (
    <span className="inline-flex h-5 max-w-40 items-center gap-1 rounded-full border border-line px-1.5 text-xs text-muted">
      <span data-hue={toHue(hue)} className="size-1.5 shrink-0 rounded-full bg-tone" />
      <span className="truncate">{name}</span>
      {onRemove ? (
        <button
          type="button"
          aria-label={`Remove label ${name}`}
          onClick={onRemove}
          className="relative -mr-1 flex size-4 items-center justify-center rounded-full after:absolute after:-inset-1 hover:bg-hover hover:text-text"
        >
          <X className="size-3" />
        </button>
      ) : null}
    </span>
  )
}
