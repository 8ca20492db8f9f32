'use client'

import { Archive, Ellipsis, Rocket, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { useMe, useSend } from '@/app/_client/react/hooks'
import { Button } from '@/app/_ui/Button'
import { IconButton } from '@/app/_ui/IconButton'
import { announce } from '@/app/_ui/LiveRegion'
import { Menu } from '@/app/_ui/Menu'
import { onDemand } from '@/app/_ui/onDemand'
import type { FixVersion, VersionState } from '@/domain/catalog/catalog'
import { may } from '@/domain/decide'

const ReleaseDialog = onDemand(() => import('./ReleaseDialog').then((part) => part.ReleaseDialog))

/** What an admin can do with a version: release it at a press, the rest in a menu. */
export function VersionActions({ version }: { version: FixVersion }) {
  const send = useSend()
  const { role } = useMe()
  const [asked, setAsked] = useState<{ turn: number; open: boolean } | null>(null)
  if (!may(role, 'version.release')) return null
  const { id: versionId, name, state } = version
  const set = (to: VersionState, words: string) => () => {
    send({ type: 'version.edit', versionId, set: { state: to } })
    announce(`${name} ${words}.`)
  }
  const archive = {
    label: 'Archive',
    icon: <Archive />,
    onPick: set('archived', 'is archived'),
  }
  const reopen = {
    label: 'Reopen',
    icon: <RotateCcw />,
    onPick: set('planned', 'is planned again'),
  }
  return (
    <div className="flex items-center gap-1">
      {state === 'planned' ? (
        <Button
          size="small"
          icon={<Rocket aria-hidden className="size-3.5" />}
          onPointerEnter={() => void ReleaseDialog.preload()}
          onClick={() => setAsked((last) => ({ turn: (last?.turn ?? 0) + 1, open: true }))}
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
      {asked ? (
        <ReleaseDialog
          key={asked.turn}
          open={asked.open}
          onOpenChange={(open) => setAsked({ ...asked, open })}
          version={version}
        />
      ) : null}
    </div>
  )
}
