'use client'

import { useState } from 'react'
import { useProject, useSend } from '@/app/_client/react/hooks'
import { DateField } from '@/app/_ui/DateField'
import { NearLink } from '@/app/_ui/NearLink'
import { onDemand } from '@/app/_ui/onDemand'
import { Pick } from '@/app/_ui/Pick'
import { oncePopupIsGone } from '@/app/_ui/popup-gone'
import {
  type FixVersion,
  live,
  VERSION_STATES,
  type VersionScalars,
  type VersionState,
} from '@/domain/catalog/catalog'
import type { Progress } from '@/domain/relations'
import { addresses } from '../../../../_frame/addresses'
import { useWorkspace } from '../../../../_frame/workspace'
import { STATE_WORDS } from '../../../../_version/version-words'
import { useBase } from '../useBase'
import { CatalogSection } from './CatalogSection'
import { EntryName } from './EntryName'
import { useUse } from './useUse'

const ReleaseDialog = onDemand(() =>
  import('../../../../_version/ReleaseDialog').then((part) => part.ReleaseDialog),
)

/** The versions of the project: when each is due, how far it is, and whether it is out. */
export function Versions({ mayChange }: { mayChange: boolean }) {
  const { fixVersions } = useProject()
  const send = useSend()
  const use = useUse()
  const all = live(fixVersions).sort((a, b) =>
    a.name.localeCompare(b.name, 'en', { numeric: true }),
  )
  return (
    <CatalogSection
      what="version"
      title="Versions"
      empty="No versions yet. They say which release a task is meant for."
      entries={all}
      mayChange={mayChange}
      use={use}
      onAdd={(versionId, name) => send({ type: 'version.add', versionId, name })}
      onRemove={(versionId, moveTo) => send({ type: 'version.remove', versionId, moveTo })}
      isOffered={({ state }) => state !== 'archived'}
    >
      {(each) => <Line entry={each} mayChange={mayChange} use={use[each.id]} />}
    </CatalogSection>
  )
}

function Line({
  entry,
  mayChange,
  use,
}: {
  entry: FixVersion
  mayChange: boolean
  use?: Progress
}) {
  const send = useSend()
  const base = useBase()
  const { slug } = useWorkspace()
  const { key } = useProject()
  const [releasing, setReleasing] = useState<{ turn: number; open: boolean } | null>(null)
  const edit = (set: Partial<VersionScalars>) =>
    send({ type: 'version.edit', versionId: entry.id, set, baseVersion: base.version() })
  return (
    <>
      <EntryName
        what="version"
        name={entry.name}
        mayChange={mayChange}
        onEditing={base.note}
        onSave={(name) => edit({ name })}
      />
      <span className="w-24 shrink-0 text-right text-muted tabular-nums">
        <NearLink
          href={addresses.version(slug, key, entry.id)}
          aria-label={`${entry.name}: ${use ? `${use.done} of ${use.all} done` : 'no tasks'}`}
          className="rounded-chip underline-offset-3 hover:underline focus-visible:underline"
        >
          {use ? `${use.done} of ${use.all} done` : 'no tasks'}
        </NearLink>
      </span>
      <span className="w-36 shrink-0">
        <DateField
          label={`Release day of ${entry.name}`}
          hideLabel
          value={entry.releaseDate}
          disabled={!mayChange}
          onFocus={() => base.note(true)}
          onChange={(releaseDate) => edit({ releaseDate })}
        />
      </span>
      {mayChange ? (
        <Pick
          label="State"
          options={VERSION_STATES.map((id) => ({ id, label: STATE_WORDS[id] }))}
          value={entry.state}
          onPick={(id) => {
            base.note(true)
            // On which day, and what becomes of what is not done, is asked first.
            if (id !== 'released' || entry.state !== 'planned') {
              return edit({ state: id as VersionState })
            }
            oncePopupIsGone(() =>
              setReleasing((last) => ({ turn: (last?.turn ?? 0) + 1, open: true })),
            )
          }}
          trigger={
            <button
              type="button"
              aria-label={`State of ${entry.name}: ${STATE_WORDS[entry.state]}`}
              className="h-control w-24 rounded-card px-2 text-left hover:bg-hover"
            >
              {STATE_WORDS[entry.state]}
            </button>
          }
        />
      ) : (
        <span className="w-24 text-muted">{STATE_WORDS[entry.state]}</span>
      )}
      {releasing ? (
        <ReleaseDialog
          key={releasing.turn}
          open={releasing.open}
          onOpenChange={(open) => setReleasing({ ...releasing, open })}
          version={entry}
        />
      ) : null}
    </>
  )
}
