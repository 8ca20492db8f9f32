'use client'

import type { RouterOutputs } from '@/app/_api/apiClient'
import { PersonListItem } from './list/PersonListItem'

type Props = {
  workspace: string
  people: RouterOutputs['people']['list']
  /** Id of the current user. */
  currentPersonId: string
  canManage: boolean
}

/** All people, one line each. Placeholders of an import come last. */
export function PeopleList({ workspace, people, currentPersonId, canManage }: Props) {
  return (
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
  )
}
