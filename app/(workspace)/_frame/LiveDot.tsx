type Props = {
  /** "live" */
  short: string
  /** What that means, on hover. */
  long: string
  hue: string
  look?: 'still' | 'breathes' | 'hollow'
}

const looks = {
  still: 'size-2 rounded-full bg-tone',
  breathes: 'size-2 animate-breathe rounded-full bg-tone',
  hollow: 'size-2 rounded-full border-2 border-tone',
}

/** A dot with a word on whether a page follows what others do; the dot alone on a phone. */
export function LiveDot({ short, long, hue, look = 'still' }: Props) {
  return (
    <span role="status" data-tip={long} className="flex items-center gap-1.5 text-muted">
      <span aria-hidden data-hue={hue} className={looks[look]} />
      <span className="sr-only sm:not-sr-only">{short}</span>
    </span>
  )
}
