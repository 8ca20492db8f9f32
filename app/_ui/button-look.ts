import { cx } from './cx'

export type ButtonTone = 'primary' | 'quiet' | 'bare' | 'danger'
export type ButtonSize = 'small' | 'normal'

const tones: Record<ButtonTone, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover border-transparent',
  quiet: 'bg-raised text-text hover:bg-hover border-line',
  bare: 'text-muted hover:bg-hover hover:text-text border-transparent',
  danger: 'bg-danger text-on-danger hover:bg-danger-hover border-transparent',
}

const sizes: Record<ButtonSize, string> = {
  small: 'h-control-small px-2',
  normal: 'h-control px-3',
}

/** The classes of a button, also for a link that looks like one. */
export function buttonLook(tone: ButtonTone = 'quiet', size: ButtonSize = 'normal'): string {
  return cx(
    'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-card border font-medium',
    'whitespace-nowrap text-ui transition-colors select-none',
    'disabled:opacity-50 aria-disabled:opacity-60 disabled:pointer-events-none',
    tones[tone],
    sizes[size],
  )
}
