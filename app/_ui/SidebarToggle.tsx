'use client'

import { PanelLeft } from 'lucide-react'
import { IconButton } from './IconButton'
import { toggleSidebar } from './theme'
import { useHotkeys } from './useHotkeys'

/** Closes or opens the sidebar. */
export function SidebarToggle({ opensSidebar }: { opensSidebar?: boolean }) {
  return (
    <>
      {opensSidebar ? null : <SidebarHotkey />}
      <IconButton
        size="small"
        label={opensSidebar ? 'Open the sidebar' : 'Close the sidebar'}
        keys="["
        icon={<PanelLeft className="size-4" />}
        onClick={toggleSidebar}
      />
    </>
  )
}

function SidebarHotkey() {
  useHotkeys({ '[': toggleSidebar })
  return null
}
