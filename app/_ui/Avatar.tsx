import { cx } from './cx'
import { toHue } from './hues'

export type AvatarPerson = {
  name: string
  /** Determines the color, so that a new name keeps it. Defaults to the name. */
  id?: string
  /** True for an imported person without an account: drawn hollow and dashed. */
  placeholder?: boolean
}

const sizes = {
  small: 'size-4.5 text-[0.5625rem]',
  normal: 'size-6 text-xs',
  large: 'size-9 text-ui',
}

/** Returns the first letters of the first and the last word of a name. */
export function initials(name: string): string {
  const words = name
    .trim()
    .split(/[\s._@-]+/)
    .filter(Boolean)
  const first = [...(words[0] ?? '?')][0] ?? '?'
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : ''
  return (first + last).toUpperCase()
}

/** A person as a disc. Pass `decorative` when the name is shown beside it. */
export function Avatar({
  person,
  size = 'normal',
  decorative,
  className,
}: {
  person: AvatarPerson
  size?: keyof typeof sizes
  decorative?: boolean
  className?: string
}) {
  const name = person.placeholder ? `${person.name} (no account yet)` : person.name
  return (
    <span
      {...(decorative
        ? { 'aria-hidden': true }
        : { role: 'img', 'aria-label': name, 'data-tooltip': name })}
      data-hue={toHue(person.id ?? person.name)}
      className={cx(
        'inline-flex shrink-0 items-center justify-center rounded-full font-semibold select-none',
        person.placeholder
          ? 'border border-dashed border-edge text-muted'
          : 'bg-tone-soft text-tone-ink',
        sizes[size],
        className,
      )}
    >
      {initials(person.name)}
    </span>
  )
}
