import { cx } from './cx'

export type ButtonTone = 'primary' | 'quiet' | 'bare' | 'danger'
export type ButtonSize = 'small' | 'normal'

const tones: Record<ButtonTone, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover border-transparent',
  quiet: 'bg-raised text-text hover:bg-hover border-line',
  bare: 'text-muted hover:bg-hover hover:text-text border-transparent',
  danger: 'bg-danger text-on-danger hover:bg-danger-hover border-transparent',
}

const wide: Record<ButtonSize, string> = {
  small: 'h-control-small px-2',
  normal: 'h-control px-3',
}

const square: Record<ButtonSize, string> = {
  small: 'size-control-small',
  normal: 'size-control',
}

/** The classes of a button, also for a link that looks like one; `icon` makes it square. */
export function buttonLook(
  tone: ButtonTone = 'quiet',
  size: ButtonSize = 'normal',
  icon = false,
): string {
  return cx(
    'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-card border font-medium',
    'whitespace-nowrap text-ui transition-colors select-none',
    'disabled:pointer-events-none disabled:opacity-50 aria-disabled:not-aria-busy:opacity-50',
    tones[tone],
    (icon ? square : wide)[size],
  )
}
