import { SvgIcon } from './SvgIcon'

export const priorityNames = ['No priority', 'Low', 'Medium', 'High', 'Urgent'] as const

const bars = [1, 2, 3, 4]

/** A priority as bars, from none (0) to four (4). The highest also has the danger color. */
export function PriorityIcon({
  level,
  label = priorityNames[level],
  decorative,
}: {
  level: 0 | 1 | 2 | 3 | 4
  label?: string
  /** True when the name is shown beside it. */
  decorative?: boolean
}) {
  return (
    <SvgIcon
      label={decorative ? undefined : label}
      className={level === 4 ? 'text-danger' : 'text-muted'}
    >
      {bars.map((bar) =>
        level === 0 ? (
          <rect
            fill="currentColor"
            key={bar}
            x={bar * 4 - 3.5}
            y="11"
            width="2.5"
            height="1.5"
            rx="0.5"
            opacity="0.6"
          />
        ) : (
          <rect
            fill="currentColor"
            key={bar}
            x={bar * 4 - 3.5}
            y={13 - bar * 2.75}
            width="2.5"
            height={bar * 2.75}
            rx="0.75"
            opacity={bar <= level ? 1 : 0.25}
          />
        ),
      )}
    </SvgIcon>
  )
}
