'use client'

import { Archive, Ellipsis, Rocket, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { useCurrentUser, useSend } from '@/app/_replica/react/projectHooks'
import { Button } from '@/app/_ui/Button'
import { IconButton } from '@/app/_ui/IconButton'
import { announce } from '@/app/_ui/LiveRegion'
import { lazyComponent } from '@/app/_ui/lazyComponent'
import { Menu } from '@/app/_ui/Menu'
import type { Version, VersionState } from '@/domain/component/componentsAndVersions'
import { canSendCommand } from '@/domain/decide'

const ReleaseDialog = lazyComponent(() =>
  import('../ReleaseDialog').then((module) => module.ReleaseDialog),
)

/** An admin's actions for a version: release as a button, the rest in a menu. */
export function VersionActions({ version }: { version: Version }) {
  const send = useSend()
  const { role } = useCurrentUser()
  const [releaseDialog, setReleaseDialog] = useState<{ openCount: number; open: boolean } | null>(
    null,
  )
  if (!canSendCommand(role, 'version.release')) return null
  const { id: versionId, name, state } = version
  const changeState = (to: VersionState, text: string) => () => {
    send({ type: 'version.edit', versionId, set: { state: to } })
    announce(`${name} ${text}.`)
  }
  const archive = {
    label: 'Archive',
    icon: <Archive />,
    onSelect: changeState('archived', 'is archived'),
  }
  const reopen = {
    label: 'Reopen',
    icon: <RotateCcw />,
    onSelect: changeState('planned', 'is planned again'),
  }
  return (
    <div className="flex items-center gap-1">
      {state === 'planned' ? (
        <Button
          size="small"
          icon={<Rocket aria-hidden className="size-3.5" />}
          onPointerEnter={() => void ReleaseDialog.preload()}
          onClick={() =>
            setReleaseDialog((previous) => ({
              openCount: (previous?.openCount ?? 0) + 1,
              open: true,
            }))
          }
        >
          Release
        </Button>
      ) : null}
      <Menu
        label={`More for ${name}`}
        align="end"
        groups={[
          {
            items: {
              planned: [archive],
              released: [reopen, archive],
              archived: [reopen],
            }[state],
          },
        ]}
        trigger={
          <IconButton
            size="small"
            label={`More for ${name}`}
            icon={<Ellipsis className="size-4" />}
          />
        }
      />
      {releaseDialog ? (
        <ReleaseDialog
          key={releaseDialog.openCount}
          open={releaseDialog.open}
          onOpenChange={(open) => setReleaseDialog({ ...releaseDialog, open })}
          version={version}
        />
      ) : null}
    </div>
  )
}
