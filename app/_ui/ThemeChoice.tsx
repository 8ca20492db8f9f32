'use client'

import { Monitor, Moon, Sun } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { Segmented } from './Segmented'
import { chooseTheme, readTheme, type Theme } from './theme'

function subscribe(changed: () => void): () => void {
  document.addEventListener('concord:theme', changed)
  return () => document.removeEventListener('concord:theme', changed)
}

const icon = 'size-3.5'

/** Light, dark, or as the system has it; remembered in this browser. */
export function ThemeChoice({ iconsOnly }: { iconsOnly?: boolean }) {
  const theme = useSyncExternalStore<Theme>(subscribe, readTheme, () => 'system')
  return (
    <Segmented
      label="Theme"
      iconsOnly={iconsOnly}
      value={theme}
      onChange={chooseTheme}
      options={[
        { value: 'system', label: 'System', icon: <Monitor className={icon} /> },
        { value: 'light', label: 'Light', icon: <Sun className={icon} /> },
        { value: 'dark', label: 'Dark', icon: <Moon className={icon} /> },
      ]}
    />
  )
}
