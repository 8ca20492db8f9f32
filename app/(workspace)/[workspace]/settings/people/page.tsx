import type { Metadata } from 'next'
import { InviteButton } from '@/app/_features/people/InviteButton'
import { OpenInvitations } from '@/app/_features/people/OpenInvitations'
import { PeopleList } from '@/app/_features/people/PeopleList'
import { requireWorkspace } from '@/server/access/pageAccess'
import { loadOpenInvitations, loadWorkspacePeople } from '@/server/queries/workspacePeople'

export const metadata: Metadata = { title: 'People' }

type Props = { params: Promise<{ workspace: string }> }

/** Who is in the workspace, as what, and which invitations are open. */
export default async function PeoplePage({ params }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace)
  const [people, invitations] = await Promise.all([
    loadWorkspacePeople(scope),
    loadOpenInvitations(scope),
  ])
  const isAdmin = scope.person.role === 'admin'
  return (
    <>
      <section aria-labelledby="people" className="flex flex-col gap-2">
        <div className="flex items-center justify-between gap-2">
          <h2 id="people" className="text-body font-semibold">
            People <span className="font-normal text-faint tabular-nums">{people.length}</span>
          </h2>
          {isAdmin ? <InviteButton workspace={workspace} /> : null}
        </div>
        <PeopleList
          workspace={workspace}
          people={people}
          currentPersonId={scope.person.id}
          canManage={isAdmin}
        />
      </section>
      {isAdmin && invitations.length > 0 ? (
        <OpenInvitations workspace={workspace} invitations={invitations} />
      ) : null}
    </>
  )
}
