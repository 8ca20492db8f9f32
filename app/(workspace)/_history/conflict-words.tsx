import type { ReactNode } from 'react'
import type { Choice, Conflict, ConflictField } from '@/domain/conflict/conflict'
import type { Id } from '@/domain/words'
import { type Names, personName, sprintName, type Within } from './names'
import { SprintClosed } from './sprints'
import { fieldName, isText, valueWords } from './values'
import { Listed, TaskName, Value } from './words'

type LostProps = {
  conflict: Pick<Conflict, 'reason' | 'fields' | 'command'>
  /** Whose command it was. */
  personId: Id
  taskId: Id | null
  names: Names
  within: Within
}

/** What a person wanted, and why it could not simply be: "wanted the status Done, but …". */
export function Lost({ conflict, personId, taskId, names, within }: LostProps) {
  const { reason, fields, command } = conflict
  const it = within === 'project' && taskId ? <TaskName id={taskId} names={names} /> : 'the task'
  const of = within === 'project' && taskId ? <> of {it}</> : null
  switch (reason) {
    case 'changed':
      return <Listed parts={fields.map((field) => clashWords(field, personId, of, names))} />
    case 'archived':
      return <>changed {it} while it was being archived</>
    case 'deleted':
      return <>edited a comment or worklog that had just been deleted</>
    case 'status-removed':
      return <>sent {it} to a column that had just been removed</>
    case 'sprint-closed':
      return <SprintClosed command={command} it={it} names={names} />
    case 'transition':
      return <>moved {it} in a way that the workflow had just closed</>
    case 'rights':
      return <>changed {it} while their role was being changed</>
  }
}

function clashWords(clash: ConflictField, personId: Id, of: ReactNode, names: Names) {
  const { field, theirs, mine, by } = clash
  // The same person in two windows.
  const own = by === personId
  const who = own ? 'another window' : <Value>{personName(names, by)}</Value>
  const sprint = field.startsWith('sprint ') ? sprintName(names, field.split(' ')[1] ?? '') : null
  if (isText(field)) {
    return (
      <span key={field}>
        edited the {fieldName(field)}
        {of} where {who} had just edited it
      </span>
    )
  }
  return (
    <span key={field}>
      wanted the {fieldName(field)}
      {sprint ? (
        <>
          {' '}
          of <Value>{sprint}</Value>
        </>
      ) : (
        of
      )}{' '}
      to be {valueWords(field, mine, names) ?? 'empty'}, but {who} had just made it{' '}
      {valueWords(field, theirs, names) ?? 'empty'}
    </span>
  )
}

type DecidedProps = { choice: Choice; conflict: Conflict | undefined; names: Names }

/** How a conflict ended: "kept Ada's: In progress". */
export function Decided({ choice, conflict, names }: DecidedProps) {
  const fields = conflict?.fields.filter(({ field }) => !isText(field)) ?? []
  const by = conflict?.fields[0]?.by
  const own = by !== undefined && by === conflict?.personId
  const values = (side: 'theirs' | 'mine') =>
    fields.length > 0 ? (
      <>
        :{' '}
        <Listed
          parts={fields.map((each) => valueWords(each.field, each[side], names) ?? 'empty')}
        />
      </>
    ) : null
  switch (choice) {
    case 'theirs':
      return (
        <>
          kept {by && !own ? <Value>{personName(names, by)}’s</Value> : 'what was there'}
          {values('theirs')}
        </>
      )
    case 'mine':
      return <>applied their own{values('mine')}</>
    case 'edited':
      return <>settled it with a third version</>
    case 'superseded':
      return <>decided, but met a newer change</>
  }
}
