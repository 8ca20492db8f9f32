type Props = {
  /** For example "live". */
  label: string
  /** Explanation shown on hover. */
  description: string
  hue: string
  variant?: 'solid' | 'pulsing' | 'outline'
}

const dotClassNames = {
  solid: 'size-2 rounded-full bg-tone',
  pulsing: 'size-2 animate-pulse rounded-full bg-tone',
  outline: 'size-2 rounded-full border-2 border-tone',
}

/** A dot and a word that show whether the page receives live updates. On a phone only the dot. */
export function LiveIndicator({ label, description, hue, variant = 'solid' }: Props) {
  return (
    <span role="status" data-tooltip={description} className="flex items-center gap-1.5 text-muted">
      <span aria-hidden data-hue={hue} className={dotClassNames[variant]} />
      <span className="sr-only sm:not-sr-only">{label}</span>
    </span>
  )
}
