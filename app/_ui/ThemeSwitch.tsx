'use client'

import { Monitor, Moon, Sun } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { SegmentedControl } from './SegmentedControl'
import { readTheme, setTheme, type Theme } from './theme'

function subscribe(changed: () => void): () => void {
  document.addEventListener('concord:theme-changed', changed)
  return () => document.removeEventListener('concord:theme-changed', changed)
}

const iconClasses = 'size-3.5'

/** Switches between light, dark and the system's theme. Stored in this browser. */
export function ThemeSwitch({ iconsOnly }: { iconsOnly?: boolean }) {
  const theme = useSyncExternalStore<Theme>(subscribe, readTheme, () => 'system')
  return (
    <SegmentedControl
      label="Theme"
      iconsOnly={iconsOnly}
      value={theme}
      onChange={setTheme}
      options={[
        { value: 'system', label: 'System', icon: <Monitor className={iconClasses} /> },
        { value: 'light', label: 'Light', icon: <Sun className={iconClasses} /> },
        { value: 'dark', label: 'Dark', icon: <Moon className={iconClasses} /> },
      ]}
    />
  )
}
