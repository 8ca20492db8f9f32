'use client'

import { Popover } from '@base-ui/react/popover'
import { cx } from './cx'
import { backTo, beside, escapeIsHeld, floating, overlayMark } from './overlay'
import type { PopoverProps } from './Popover'
import type { PopupDoor } from './usePopupDoor'

type Props = Omit<PopoverProps, 'trigger'> & { door: PopupDoor }

/** The floating half of Popover. */
export function PopoverPanel(props: Props) {
  const { door, label, children, align = 'start', side = 'bottom', className } = props
  return (
    <Popover.Root
      open={door.open}
      onOpenChange={(open, details) => {
        if (details.reason === 'escape-key' && escapeIsHeld(details.event)) return details.cancel()
        door.onOpenChange(open, details)
      }}
    >
      <Popover.Portal>
        <Popover.Positioner anchor={door.anchor} align={align} side={side} {...beside}>
          <Popover.Popup
            {...overlayMark}
            aria-label={label}
            finalFocus={backTo(door.anchor)}
            className={cx(floating, 'max-w-[calc(100vw-1rem)] p-3', className)}
          >
            {typeof children === 'function' ? children(() => door.onOpenChange(false)) : children}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
