import type { Metadata } from 'next'
import { ApiProvider } from '@/app/_api/ApiProvider'
import { PeopleScreen } from '@/app/_features/people/PeopleScreen'
import { requireWorkspace } from '@/server/auth/pageAccess'
import { prefetchHelpers } from '@/server/trpc/prefetch'

export const metadata: Metadata = { title: 'People' }

type Props = { params: Promise<{ workspace: string }> }

/** The people of the workspace, their roles and the open invitations. */
export default async function PeoplePage({ params }: Props) {
  const { workspace } = await params
  const { person } = await requireWorkspace(workspace)
  const helpers = await prefetchHelpers()
  const canManage = person.role === 'admin'
  await Promise.all([
    helpers.people.list.fetch({ workspace }),
    canManage ? helpers.invitations.list.fetch({ workspace }) : null,
  ])
  return (
    <ApiProvider state={helpers.dehydrate()}>
      <PeopleScreen workspace={workspace} currentPersonId={person.id} canManage={canManage} />
    </ApiProvider>
  )
}
