'use client'

import { Dialog } from './Dialog'
import { Kbd } from './Kbd'

export type ShortcutGroup = { title: string; shortcuts: { keys: string; does: string }[] }

/** Lists all keyboard shortcuts. Opens with `?`. */
export function ShortcutsHelp({
  open,
  onOpenChange,
  groups,
}: {
  open: boolean
  onOpenChange: (open: boolean) => void
  groups: ShortcutGroup[]
}) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keyboard" width="wide">
      <div className="columns-1 gap-8 sm:columns-2">
        {groups.map((group) => (
          <section key={group.title} className="mb-5 break-inside-avoid">
            <h3 className="mb-1 text-xs font-medium text-faint">{group.title}</h3>
            <dl>
              {group.shortcuts.map((shortcut) => (
                <div key={shortcut.keys} className="flex items-center justify-between gap-3 py-1">
                  <dt>{shortcut.does}</dt>
                  <dd>
                    <Kbd keys={shortcut.keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
