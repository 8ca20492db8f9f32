import { useMemo } from 'react'
import type { KnownCard } from '@/app/_client/store/types'
import type { Asking } from '../desk/desk'

/** What is asked about a card, beside which element, and what ends it. */
export type Asked = { card: KnownCard; asking: Asking; onClose: () => void }

/** The door of a popup that is open beside a card until it is closed. */
export function useDoor({ asking, onClose }: Pick<Asked, 'asking' | 'onClose'>) {
  return useMemo(
    () => ({
      open: true,
      byKeyboard: true,
      anchor: { current: asking.anchor },
      onOpenChange: (open: boolean) => (open ? undefined : onClose()),
    }),
    [asking, onClose],
  )
}
