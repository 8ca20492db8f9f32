import { useMemo } from 'react'
import type { ReplicaCard } from '@/app/_replica/replicaTypes'
import type { OpenCardPopup } from './state/boardUi'

/** Props of a popup: its card, what is open beside which element, and how to close it. */
export type CardPopupProps = { card: ReplicaCard; openPopup: OpenCardPopup; onClose: () => void }

/** The state of a popup that is open beside a card until it is closed. */
export function useCardPopup({
  openPopup,
  onClose,
}: Pick<CardPopupProps, 'openPopup' | 'onClose'>) {
  return useMemo(
    () => ({
      open: true,
      isOpenedByKeyboard: true,
      anchor: { current: openPopup.anchor },
      onOpenChange: (open: boolean) => (open ? undefined : onClose()),
    }),
    [openPopup, onClose],
  )
}
