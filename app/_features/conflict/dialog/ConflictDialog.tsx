'use client'

import { useState } from 'react'
import { useCurrentUser, useSend } from '@/app/_replica/react/projectHooks'
import { Button } from '@/app/_ui/Button'
import { Dialog } from '@/app/_ui/Dialog'
import type { Conflict } from '@/domain/conflict/conflict'
import { canApplyMine, conflictAdvice, conflictHeadline, joinFieldLabels } from '../conflictLabels'
import { type ConflictSubject, useConflictSubject } from '../subject/useConflictSubject'
import { FieldComparison } from './FieldComparison'
import { FieldEditor } from './FieldEditor'
import {
  editableFieldsOf,
  initialEdits,
  type ResolutionEdits,
  resolutionCommand,
} from './resolutionCommand'

type Props = { conflict: Conflict; onClose: () => void }

/**
 * Compares both sides of a conflict and offers the choice: keep theirs, apply mine or edit. Closing
 * it decides nothing; the conflict stays in the list.
 */
export function ConflictDialog({ conflict, onClose }: Props) {
  const subject = useConflictSubject(conflict)
  const send = useSend()
  const canChange = useCurrentUser().role !== 'viewer'
  const [edits, setEdits] = useState<ResolutionEdits | null>(null)
  const editedCommand = edits && resolutionCommand(conflict, edits)
  const resolve = (choice: 'theirs' | 'mine' | 'edited') => {
    const draft = { type: 'conflict.resolve', conflictId: conflict.id, choice } as const
    send(choice === 'edited' && editedCommand ? { ...draft, edit: editedCommand } : draft)
    onClose()
  }
  return (
    <Dialog
      open
      width="wide"
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={conflictHeadline(conflict, subject.name)}
      description={subject.title}
      footer={
        <ResolutionButtons
          conflict={conflict}
          isEditing={edits !== null}
          isComplete={editedCommand !== null}
          canChange={canChange}
          subject={subject}
          onResolve={resolve}
          onEdit={() => setEdits(initialEdits(conflict))}
          onBack={() => setEdits(null)}
          onLater={onClose}
        />
      }
    >
      {edits ? (
        <div className="space-y-4 border-t border-line pt-3">
          {editableFieldsOf(conflict).map((field) => (
            <FieldEditor
              key={field}
              field={field}
              value={edits[field] ?? null}
              onChange={(value) => setEdits({ ...edits, [field]: value })}
            />
          ))}
          <OtherFieldsNote conflict={conflict} />
        </div>
      ) : (
        <>
          {conflict.fields.map((conflictField) => (
            <FieldComparison key={conflictField.field} conflictField={conflictField} />
          ))}
          <ConflictNotes conflict={conflict} />
        </>
      )}
      {subject.hasFailed ? (
        <p role="alert" className="flex items-center gap-2 border-t border-line pt-3 text-muted">
          The task could not be loaded, so your change cannot be applied yet.
          <Button size="small" onClick={subject.retry}>
            Try again
          </Button>
        </p>
      ) : null}
    </Dialog>
  )
}

function ConflictNotes({ conflict }: { conflict: Conflict }) {
  const advice = conflictAdvice(conflict)
  return (
    <div className="space-y-1 border-t border-line pt-3 text-muted">
      {advice ? <p>{advice}</p> : null}
      {conflict.unaffectedFields.length > 0 ? (
        <p>Also changed by them and kept: {joinFieldLabels(conflict.unaffectedFields)}.</p>
      ) : null}
    </div>
  )
}

/** The conflicting fields without an editor, where mine is applied. */
function OtherFieldsNote({ conflict }: { conflict: Conflict }) {
  const editable = editableFieldsOf(conflict)
  const others = conflict.fields.filter(({ field }) => !editable.includes(field))
  if (others.length === 0) return null
  return (
    <p className="text-muted">
      Applied as you had it: {joinFieldLabels(others.map((each) => each.field))}.
    </p>
  )
}

interface ResolutionButtonsProps {
  conflict: Conflict
  isEditing: boolean
  /** True when every edited field that requires a value has one. */
  isComplete: boolean
  canChange: boolean
  subject: Pick<ConflictSubject, 'isReady' | 'hasFailed'>
  onResolve: (choice: 'theirs' | 'mine' | 'edited') => void
  onEdit: () => void
  onBack: () => void
  onLater: () => void
}

function ResolutionButtons({
  conflict,
  isEditing,
  isComplete,
  canChange,
  subject: { isReady, hasFailed },
  onResolve,
  onEdit,
  onBack,
  onLater,
}: ResolutionButtonsProps) {
  const isLoading = !isReady && !hasFailed
  if (isEditing) {
    return (
      <>
        <Button tone="ghost" onClick={onBack}>
          Back to comparison
        </Button>
        <Button
          tone="primary"
          pending={isLoading}
          disabled={hasFailed || !isComplete}
          onClick={() => onResolve('edited')}
        >
          Apply this
        </Button>
      </>
    )
  }
  const isArchived = conflict.reason === 'archived'
  return (
    <>
      <Button tone="ghost" onClick={onLater}>
        Decide later
      </Button>
      <span className="grow" />
      {canChange && editableFieldsOf(conflict).length > 0 ? (
        <Button onClick={onEdit}>Edit…</Button>
      ) : null}
      <Button onClick={() => onResolve('theirs')}>
        {conflict.reason === 'changed' ? 'Keep theirs' : 'Discard mine'}
      </Button>
      {canChange && canApplyMine(conflict) ? (
        <Button
          tone="primary"
          pending={isLoading}
          disabled={hasFailed}
          onClick={() => onResolve('mine')}
        >
          {isArchived ? 'Restore and apply mine' : 'Apply mine'}
        </Button>
      ) : null}
    </>
  )
}
