'use client'

import { PanelLeft } from 'lucide-react'
import { IconButton } from './IconButton'
import { toggleSide } from './theme'
import { useHotkeys } from './useHotkeys'

/** Closes the side bar, or opens it where it is closed. */
export function SideToggle({ opens }: { opens?: boolean }) {
  return (
    <>
      {opens ? null : <SideKey />}
      <IconButton
        size="small"
        label={opens ? 'Open the side bar' : 'Close the side bar'}
        keys="["
        icon={<PanelLeft className="size-4" />}
        onClick={toggleSide}
      />
    </>
  )
}

function SideKey() {
  useHotkeys({ '[': toggleSide })
  return null
}
