import { toHue } from './hues'
import { SvgIcon } from './SvgIcon'

export type StatusCategory = 'todo' | 'in_progress' | 'done'

/**
 * The icon of a status: a hollow ring, a partly filled ring or a ring with a check mark. The shape
 * shows the category, the color is the status's own (`hue`: the name of a hue, or any text).
 */
export function StatusIcon({
  category,
  hue,
  label,
  fraction = 0.5,
}: {
  category: StatusCategory
  hue: string
  /** Pass it when the status's name is not shown beside the icon. */
  label?: string
  /** The filled part of the ring of a status in progress, 0 to 1. */
  fraction?: number
}) {
  return (
    <SvgIcon label={label} hue={toHue(hue)} className="text-tone">
      {category === 'done' ? (
        <>
          <circle cx="8" cy="8" r="7" fill="currentColor" />
          <path d="m5 8.2 2.1 2.1L11 6.2" className="stroke-raised" strokeWidth="1.75" />
        </>
      ) : (
        <circle cx="8" cy="8" r="6" stroke="currentColor" strokeWidth="1.75" />
      )}
      {category === 'in_progress' ? (
        <circle
          cx="8"
          cy="8"
          r="2"
          stroke="currentColor"
          strokeWidth="4"
          strokeLinecap="butt"
          pathLength="1"
          strokeDasharray={`${fraction} 1`}
          transform="rotate(-90 8 8)"
        />
      ) : null}
    </SvgIcon>
  )
}
