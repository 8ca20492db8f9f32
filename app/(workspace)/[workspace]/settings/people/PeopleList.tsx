'use client'

import type { Outputs } from '@/app/_client/trpc'
import { PersonLine } from './PersonLine'

type Props = {
  workspace: string
  people: Outputs['people']['list']
  /** The person who looks. */
  me: string
  canManage: boolean
}

/** Everybody, one line each; placeholders of an import come last. */
export function PeopleList({ workspace, people, me, canManage }: Props) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {people.map((person) => (
        <PersonLine
          key={person.id}
          workspace={workspace}
          person={person}
          isMe={person.id === me}
          canManage={canManage}
        />
      ))}
    </ul>
  )
}
