'use client'

import { useState } from 'react'
import { useCurrentUser, useSend } from '@/app/_replica/react/projectHooks'
import { Button } from '@/app/_ui/Button'
import { Dialog } from '@/app/_ui/Dialog'
import type { Conflict } from '@/domain/conflict/conflict'
import {
  canApplyMine,
  canResolveByEditing,
  conflictAdvice,
  conflictHeadline,
  joinFieldLabels,
} from '../conflictLabels'
import { useConflictSubject } from '../subject/useConflictSubject'
import { FieldComparison } from './FieldComparison'
import { FieldEditor } from './FieldEditor'
import { initialEdits, type ResolutionEdits, resolutionCommand } from './resolutionCommand'

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
  const resolve = (choice: 'theirs' | 'mine' | 'edited') => {
    const editedCommand = choice === 'edited' ? resolutionCommand(conflict, edits ?? {}) : null
    if (choice === 'edited' && !editedCommand) return
    const draft = { type: 'conflict.resolve', conflictId: conflict.id, choice } as const
    send(editedCommand ? { ...draft, edit: editedCommand } : draft)
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
          canChange={canChange}
          isReady={subject.isReady}
          onResolve={resolve}
          onEdit={() => setEdits(initialEdits(conflict))}
          onBack={() => setEdits(null)}
          onLater={onClose}
        />
      }
    >
      {edits ? (
        <div className="space-y-4 border-t border-line pt-3">
          {editableFields(conflict).map((field) => (
            <FieldEditor
              key={field}
              field={field}
              value={edits[field] ?? null}
              onChange={(value) => setEdits({ ...edits, [field]: value })}
            />
          ))}
        </div>
      ) : (
        <>
          {conflict.fields.map((conflictField) => (
            <FieldComparison key={conflictField.field} conflictField={conflictField} />
          ))}
          <ConflictNotes conflict={conflict} />
        </>
      )}
    </Dialog>
  )
}

function editableFields({ reason, fields }: Conflict): string[] {
  if (reason === 'status-removed' || reason === 'transition') return ['status']
  return reason === 'sprint-closed' ? ['sprint'] : fields.map((each) => each.field)
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

interface ResolutionButtonsProps {
  conflict: Conflict
  isEditing: boolean
  canChange: boolean
  /** True when the task is loaded, so that the resolution can name its version. */
  isReady: boolean
  onResolve: (choice: 'theirs' | 'mine' | 'edited') => void
  onEdit: () => void
  onBack: () => void
  onLater: () => void
}

function ResolutionButtons({
  conflict,
  isEditing,
  canChange,
  isReady,
  onResolve,
  onEdit,
  onBack,
  onLater,
}: ResolutionButtonsProps) {
  if (isEditing) {
    return (
      <>
        <Button tone="ghost" onClick={onBack}>
          Back to comparison
        </Button>
        <Button tone="primary" pending={!isReady} onClick={() => onResolve('edited')}>
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
      {canChange && canResolveByEditing(conflict) ? <Button onClick={onEdit}>Edit…</Button> : null}
      <Button pending={!isReady} onClick={() => onResolve('theirs')}>
        {conflict.reason === 'changed' ? 'Keep theirs' : 'Discard mine'}
      </Button>
      {canChange && canApplyMine(conflict) ? (
        <Button tone="primary" pending={!isReady} onClick={() => onResolve('mine')}>
          {isArchived ? 'Restore and apply mine' : 'Apply mine'}
        </Button>
      ) : null}
    </>
  )
}
