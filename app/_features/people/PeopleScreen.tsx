'use client'

import { trpc } from '@/app/_api/trpc'
import { InviteButton } from './invite/InviteButton'
import { OpenInvitations } from './invite/OpenInvitations'
import { PersonListItem } from './list/PersonListItem'

type Props = {
  workspace: string
  /** Id of the signed-in person. */
  currentPersonId: string
  canManage: boolean
}

/** The people of the workspace with their roles; for admins also the open invitations. */
export function PeopleScreen({ workspace, currentPersonId, canManage }: Props) {
  const [people] = trpc.people.list.useSuspenseQuery({ workspace })
  return (
    <>
      <section aria-labelledby="people" className="flex flex-col gap-2">
        <div className="flex items-center justify-between gap-2">
          <h2 id="people" className="text-body font-semibold">
            People <span className="font-normal text-faint tabular-nums">{people.length}</span>
          </h2>
          {canManage ? <InviteButton workspace={workspace} /> : null}
        </div>
        {/* Placeholders of an import come last. */}
        <ul className="divide-y divide-line border-y border-line">
          {people.map((person) => (
            <PersonListItem
              key={person.id}
              workspace={workspace}
              person={person}
              isMe={person.id === currentPersonId}
              canManage={canManage}
            />
          ))}
        </ul>
      </section>
      {canManage ? <OpenInvitations workspace={workspace} /> : null}
    </>
  )
}
