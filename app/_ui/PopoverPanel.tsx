'use client'

import { Popover } from '@base-ui/react/popover'
import { cx } from './cx'
import {
  floatingClasses,
  isEscapeHandledByField,
  overlayAttribute,
  popupPlacement,
  returnFocusTo,
} from './overlay'
import type { PopoverProps } from './Popover'
import type { PopupState } from './usePopupTrigger'

type Props = Omit<PopoverProps, 'trigger'> & { state: PopupState }

/** The popup of Popover. */
export function PopoverPanel(props: Props) {
  const { state, label, children, align = 'start', side = 'bottom', className } = props
  return (
    <Popover.Root
      open={state.open}
      onOpenChange={(open, details) => {
        if (details.reason === 'escape-key' && isEscapeHandledByField(details.event))
          return details.cancel()
        state.onOpenChange(open, details)
      }}
    >
      <Popover.Portal>
        <Popover.Positioner anchor={state.anchor} align={align} side={side} {...popupPlacement}>
          <Popover.Popup
            {...overlayAttribute}
            aria-label={label}
            finalFocus={returnFocusTo(state.anchor)}
            className={cx(floatingClasses, 'max-w-[calc(100vw-1rem)] p-3', className)}
          >
            {typeof children === 'function' ? children(() => state.onOpenChange(false)) : children}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
