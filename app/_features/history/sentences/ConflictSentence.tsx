import type { ReactNode } from 'react'
import type { Conflict, ConflictField, ResolutionChoice } from '@/domain/conflict/conflict'
import type { Id } from '@/domain/kernel/primitives'
import { type NameLookup, personName, type ShownIn, sprintName } from '../nameLookup'
import { fieldNoun, formatFieldValue, isTextFieldName } from './formatFieldValue'
import { AndList, TaskReference, Value } from './SentenceParts'
import { ClosedSprintConflict } from './SprintSentence'

type ConflictSentenceProps = {
  conflict: Pick<Conflict, 'reason' | 'fields' | 'command'>
  /** Author of the conflicting command. */
  personId: Id
  taskId: Id | null
  names: NameLookup
  shownIn: ShownIn
}

/** The intended change and the reason of the conflict: "wanted the status Done, but …". */
export function ConflictSentence({
  conflict,
  personId,
  taskId,
  names,
  shownIn,
}: ConflictSentenceProps) {
  const { reason, fields, command } = conflict
  const taskPhrase =
    shownIn === 'project' && taskId ? <TaskReference id={taskId} names={names} /> : 'the task'
  const ofTask = shownIn === 'project' && taskId ? <> of {taskPhrase}</> : null
  switch (reason) {
    case 'changed':
      return (
        <AndList
          parts={fields.map((field) => conflictFieldPhrase(field, personId, ofTask, names))}
        />
      )
    case 'archived':
      return <>changed {taskPhrase} while it was being archived</>
    case 'deleted':
      return <>edited a comment or worklog that had just been deleted</>
    case 'status-removed':
      return <>moved {taskPhrase} to a status that had just been removed</>
    case 'sprint-closed':
      return <ClosedSprintConflict command={command} taskPhrase={taskPhrase} names={names} />
    case 'transition':
      return <>moved {taskPhrase} along a transition that had just been removed</>
    case 'rights':
      return <>changed {taskPhrase} while their role was being changed</>
  }
}

function conflictFieldPhrase(
  conflictField: ConflictField,
  personId: Id,
  ofTask: ReactNode,
  names: NameLookup,
) {
  const { field, theirs, mine, by } = conflictField
  // The same person in two windows.
  const isOwnChange = by === personId
  const author = isOwnChange ? 'another window' : <Value>{personName(names, by)}</Value>
  const sprint = field.startsWith('sprint ') ? sprintName(names, field.split(' ')[1] ?? '') : null
  if (isTextFieldName(field)) {
    return (
      <span key={field}>
        edited the {fieldNoun(field)}
        {ofTask} where {author} had just edited it
      </span>
    )
  }
  return (
    <span key={field}>
      wanted the {fieldNoun(field)}
      {sprint ? (
        <>
          {' '}
          of <Value>{sprint}</Value>
        </>
      ) : (
        ofTask
      )}{' '}
      to be {formatFieldValue(field, mine, names) ?? 'empty'}, but {author} had just made it{' '}
      {formatFieldValue(field, theirs, names) ?? 'empty'}
    </span>
  )
}

type ResolutionSentenceProps = {
  choice: ResolutionChoice
  conflict: Conflict | undefined
  names: NameLookup
}

/** The resolution of a conflict: "kept Ada's: In progress". */
export function ResolutionSentence({ choice, conflict, names }: ResolutionSentenceProps) {
  const fields = conflict?.fields.filter(({ field }) => !isTextFieldName(field)) ?? []
  const otherPersonId = conflict?.fields[0]?.by
  const isOwnChange = otherPersonId !== undefined && otherPersonId === conflict?.personId
  const valuesPhrase = (side: 'theirs' | 'mine') =>
    fields.length > 0 ? (
      <>
        :{' '}
        <AndList
          parts={fields.map((each) => formatFieldValue(each.field, each[side], names) ?? 'empty')}
        />
      </>
    ) : null
  switch (choice) {
    case 'theirs':
      return (
        <>
          kept{' '}
          {otherPersonId && !isOwnChange ? (
            <Value>{personName(names, otherPersonId)}’s</Value>
          ) : (
            'the existing value'
          )}
          {valuesPhrase('theirs')}
        </>
      )
    case 'mine':
      return <>applied their own{valuesPhrase('mine')}</>
    case 'edited':
      return <>resolved it with an edited version</>
    case 'superseded':
      return <>decided, but met a newer change</>
  }
}
