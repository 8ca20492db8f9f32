'use client'

import { useState } from 'react'
import { routes } from '@/app/_features/shell/routes'
import { useWorkspace } from '@/app/_features/shell/useWorkspace'
import { VERSION_STATE_LABELS } from '@/app/_features/versions/versionLabels'
import { useProject, useSend } from '@/app/_replica/react/projectHooks'
import { afterPopupCloses } from '@/app/_ui/afterPopupCloses'
import { Combobox } from '@/app/_ui/Combobox'
import { DateField } from '@/app/_ui/DateField'
import { lazyComponent } from '@/app/_ui/lazyComponent'
import { PrefetchLink } from '@/app/_ui/PrefetchLink'
import {
  activeOnly,
  VERSION_STATES,
  type Version,
  type VersionScalars,
  type VersionState,
} from '@/domain/component/componentsAndVersions'
import type { ChildProgress } from '@/domain/views/relations'
import { useBaseVersion } from '../project/useBaseVersion'
import { ComponentVersionSection } from './ComponentVersionSection'
import { ItemName } from './ItemName'
import { useTaskCounts } from './useTaskCounts'

const ReleaseDialog = lazyComponent(() =>
  import('@/app/_features/versions/ReleaseDialog').then((module) => module.ReleaseDialog),
)

/** The versions of the project: due date, progress and state. */
export function VersionsSection({ canChange }: { canChange: boolean }) {
  const { versions } = useProject()
  const send = useSend()
  const taskCounts = useTaskCounts()
  const activeVersions = activeOnly(versions).sort((a, b) =>
    a.name.localeCompare(b.name, 'en', { numeric: true }),
  )
  return (
    <ComponentVersionSection
      itemKind="version"
      title="Versions"
      empty="No versions yet. They say which release a task is meant for."
      items={activeVersions}
      canChange={canChange}
      taskCounts={taskCounts}
      onAdd={(versionId, name) => send({ type: 'version.add', versionId, name })}
      onRemove={(versionId, moveTo) => send({ type: 'version.remove', versionId, moveTo })}
      isOffered={({ state }) => state !== 'archived'}
    >
      {(version) => (
        <VersionSettingsRow
          version={version}
          canChange={canChange}
          progress={taskCounts[version.id]}
        />
      )}
    </ComponentVersionSection>
  )
}

function VersionSettingsRow({
  version,
  canChange,
  progress,
}: {
  version: Version
  canChange: boolean
  progress?: ChildProgress
}) {
  const send = useSend()
  const base = useBaseVersion()
  const { slug } = useWorkspace()
  const { key } = useProject()
  const [releaseDialog, setReleaseDialog] = useState<{ turn: number; open: boolean } | null>(null)
  const edit = (set: Partial<VersionScalars>) =>
    send({ type: 'version.edit', versionId: version.id, set, baseVersion: base.version() })
  return (
    <>
      <ItemName
        itemKind="version"
        name={version.name}
        canChange={canChange}
        onEditing={base.capture}
        onSave={(name) => edit({ name })}
      />
      <span className="w-24 shrink-0 text-right text-muted tabular-nums">
        <PrefetchLink
          href={routes.version(slug, key, version.id)}
          aria-label={`${version.name}: ${progress ? `${progress.done} of ${progress.total} done` : 'no tasks'}`}
          className="rounded-chip underline-offset-3 hover:underline focus-visible:underline"
        >
          {progress ? `${progress.done} of ${progress.total} done` : 'no tasks'}
        </PrefetchLink>
      </span>
      <span className="w-36 shrink-0">
        <DateField
          label={`Release date of ${version.name}`}
          hideLabel
          value={version.releaseDate}
          disabled={!canChange}
          onFocus={() => base.capture(true)}
          onChange={(releaseDate) => edit({ releaseDate })}
        />
      </span>
      {canChange ? (
        <Combobox
          label="State"
          options={VERSION_STATES.map((id) => ({ id, label: VERSION_STATE_LABELS[id] }))}
          value={version.state}
          onSelect={(id) => {
            base.capture(true)
            // A release first asks for the date and what happens to unfinished tasks.
            if (id !== 'released' || version.state !== 'planned') {
              return edit({ state: id as VersionState })
            }
            afterPopupCloses(() =>
              setReleaseDialog((last) => ({ turn: (last?.turn ?? 0) + 1, open: true })),
            )
          }}
          trigger={
            <button
              type="button"
              aria-label={`State of ${version.name}: ${VERSION_STATE_LABELS[version.state]}`}
              className="h-control w-24 rounded-card px-2 text-left hover:bg-hover"
            >
              {VERSION_STATE_LABELS[version.state]}
            </button>
          }
        />
      ) : (
        <span className="w-24 text-muted">{VERSION_STATE_LABELS[version.state]}</span>
      )}
      {releaseDialog ? (
        <ReleaseDialog
          key={releaseDialog.turn}
          open={releaseDialog.open}
          onOpenChange={(open) => setReleaseDialog({ ...releaseDialog, open })}
          version={version}
        />
      ) : null}
    </>
  )
}
