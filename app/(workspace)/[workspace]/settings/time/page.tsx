import type { Metadata } from 'next'
import { TimeZonePicker } from '@/app/_features/time/TimeZonePicker'
import { WorkTimeForm } from '@/app/_features/time/WorkTimeForm'
import { requireWorkspace } from '@/server/access/pageAccess'
import { loadTimeSettings } from '@/server/queries/timeSettings'

export const metadata: Metadata = { title: 'Time' }

type Props = { params: Promise<{ workspace: string }> }

/** How time is counted in the workspace, and by which clock the reader's days go. */
export default async function TimeSettingsPage({ params }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace)
  const settings = await loadTimeSettings(scope)
  return (
    <>
      <WorkTimeForm
        workspace={workspace}
        settings={settings}
        canEdit={scope.person.role === 'admin'}
      />
      {scope.person.role === 'viewer' ? null : (
        <TimeZonePicker workspace={workspace} timeZone={settings.timeZone ?? 'UTC'} />
      )}
    </>
  )
}
