import type { Metadata } from 'next'
import { workspaceOfPage } from '@/server/access/page'
import { timeSettings } from '@/server/queries/workTime'
import { WorkTimeForm } from './WorkTimeForm'
import { ZonePick } from './ZonePick'

export const metadata: Metadata = { title: 'Time' }

type Props = { params: Promise<{ workspace: string }> }

/** How time is counted in the workspace, and by which clock the reader's days go. */
export default async function TimeSettingsPage({ params }: Props) {
  const { workspace } = await params
  const scope = await workspaceOfPage(workspace)
  const settings = await timeSettings(scope)
  return (
    <>
      <WorkTimeForm
        workspace={workspace}
        settings={settings}
        mayChange={scope.person.role === 'admin'}
      />
      {scope.person.role === 'viewer' ? null : (
        <ZonePick workspace={workspace} zone={settings.timeZone ?? 'UTC'} />
      )}
    </>
  )
}
