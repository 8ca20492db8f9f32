import { cx } from './cx'

export type ButtonTone = 'primary' | 'secondary' | 'ghost' | 'danger'
export type ButtonSize = 'small' | 'normal'

const toneClasses: Record<ButtonTone, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover border-transparent',
  secondary: 'bg-raised text-text hover:bg-hover border-line',
  ghost: 'text-muted hover:bg-hover hover:text-text border-transparent',
  danger: 'bg-danger text-on-danger hover:bg-danger-hover border-transparent',
}

const sizeClasses: Record<ButtonSize, string> = {
  small: 'h-control-small px-2',
  normal: 'h-control px-3',
}

const iconSizeClasses: Record<ButtonSize, string> = {
  small: 'size-control-small',
  normal: 'size-control',
}

/** Returns the classes of a button, also for a link styled as one. `icon` makes it square. */
export function buttonClasses(
  tone: ButtonTone = 'secondary',
  size: ButtonSize = 'normal',
  isIconOnly = false,
): string {
  return cx(
    'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-card border font-medium',
    'whitespace-nowrap text-ui transition-colors select-none',
    'disabled:pointer-events-none disabled:opacity-50 aria-disabled:not-aria-busy:opacity-50',
    toneClasses[tone],
    (isIconOnly ? iconSizeClasses : sizeClasses)[size],
  )
}
