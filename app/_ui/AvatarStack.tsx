import { Avatar, type AvatarPerson } from './Avatar'
import { cx } from './cx'

/** Overlapping avatars. Beyond `most`, only the number of further people is shown. */
export function AvatarStack({
  people,
  max = 3,
  size = 'normal',
  label,
}: {
  people: AvatarPerson[]
  max?: number
  size?: 'small' | 'normal'
  /** Accessible name of the group, for example "Here now". */
  label: string
}) {
  const rest = people.slice(max)
  if (people.length === 0) return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form's controls
    <span
      role="group"
      aria-label={label}
      className={cx('inline-flex items-center', size === 'small' ? 'gap-0.5' : '-space-x-1')}
    >
      {people.slice(0, max).map((person) => (
        <Avatar
          key={person.id ?? person.name}
          person={person}
          size={size}
          className={cx(
            person.placeholder && 'bg-raised',
            size === 'normal' && 'ring-2 ring-raised',
          )}
        />
      ))}
      {rest.length > 0 ? (
        <span
          role="img"
          aria-label={`and ${rest.length} more: ${rest.map((person) => person.name).join(', ')}`}
          data-tooltip={rest.map((person) => person.name).join(', ')}
          className="pl-1.5 text-xs text-muted tabular-nums"
        >
          +{rest.length}
        </span>
      ) : null}
    </span>
  )
}
