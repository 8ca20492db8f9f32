import type { Metadata } from 'next'
import { ApiProvider } from '@/app/_api/ApiProvider'
import { TimeZonePicker } from '@/app/_features/time/TimeZonePicker'
import { WorkTimeForm } from '@/app/_features/time/WorkTimeForm'
import { requireWorkspace } from '@/server/auth/pageAccess'
import { prefetchHelpers } from '@/server/trpc/prefetch'

export const metadata: Metadata = { title: 'Time' }

type Props = { params: Promise<{ workspace: string }> }

/** The workspace's working time, and the reader's time zone. */
export default async function TimeSettingsPage({ params }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace)
  const helpers = await prefetchHelpers()
  await helpers.time.settings.fetch({ workspace })
  return (
    <ApiProvider state={helpers.dehydrate()}>
      <WorkTimeForm workspace={workspace} canEdit={scope.person.role === 'admin'} />
      {scope.person.role === 'viewer' ? null : <TimeZonePicker workspace={workspace} />}
    </ApiProvider>
  )
}
