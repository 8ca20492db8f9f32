/** The style of all text inputs. */
export const fieldClasses =
  'w-full rounded-card border border-edge bg-raised px-2.5 text-field text-text ' +
  'transition-colors hover:border-muted aria-invalid:border-danger ' +
  'disabled:border-line disabled:bg-sunken disabled:text-muted ' +
  'focus-visible:border-accent focus-visible:outline-offset-0'
