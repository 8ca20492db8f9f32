'use client'

import { useState } from 'react'
import { useMe, useSend } from '@/app/_client/react/hooks'
import { Button } from '@/app/_ui/Button'
import { Dialog } from '@/app/_ui/Dialog'
import type { Conflict } from '@/domain/conflict/conflict'
import { type Edits, edited, firstEdits } from './decision'
import { Editor } from './Editors'
import { Sides } from './Sides'
import { useThing } from './useThing'
import { advice, canApply, canEdit, fieldNames, headline } from './words'

type Props = { conflict: Conflict; onClose: () => void }

/**
 * Both sides of a command that lost, and the choice: keep theirs, apply mine, or something else.
 * Closing it decides nothing; it waits in the tray.
 */
export function ConflictDialog({ conflict, onClose }: Props) {
  const thing = useThing(conflict)
  const send = useSend()
  const mayChange = useMe().role !== 'viewer'
  const [edits, setEdits] = useState<Edits | null>(null)
  const decide = (choice: 'theirs' | 'mine' | 'edited') => {
    const edit = choice === 'edited' ? edited(conflict, edits ?? {}) : null
    if (choice === 'edited' && !edit) return
    const draft = { type: 'conflict.resolve', conflictId: conflict.id, choice } as const
    send(edit ? { ...draft, edit } : draft)
    onClose()
  }
  return (
    <Dialog
      open
      width="wide"
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={headline(conflict, thing.name)}
      description={thing.title}
      footer={
        <Choices
          conflict={conflict}
          editing={edits !== null}
          mayChange={mayChange}
          ready={thing.ready}
          decide={decide}
          edit={() => setEdits(firstEdits(conflict))}
          back={() => setEdits(null)}
          later={onClose}
        />
      }
    >
      {edits ? (
        <div className="space-y-4 border-t border-line pt-3">
          {editable(conflict).map((field) => (
            <Editor
              key={field}
              field={field}
              value={edits[field] ?? null}
              onChange={(value) => setEdits({ ...edits, [field]: value })}
            />
          ))}
        </div>
      ) : (
        <>
          {conflict.fields.map((clash) => (
            <Sides key={clash.field} clash={clash} />
          ))}
          <Notes conflict={conflict} />
        </>
      )}
    </Dialog>
  )
}

function editable({ reason, fields }: Conflict): string[] {
  if (reason === 'status-removed' || reason === 'transition') return ['status']
  return reason === 'sprint-closed' ? ['sprint'] : fields.map((each) => each.field)
}

function Notes({ conflict }: { conflict: Conflict }) {
  const words = advice(conflict)
  return (
    <div className="space-y-1 border-t border-line pt-3 text-muted">
      {words ? <p>{words}</p> : null}
      {conflict.kept.length > 0 ? (
        <p>Also changed by them and kept: {fieldNames(conflict.kept)}.</p>
      ) : null}
    </div>
  )
}

interface ChoicesProps {
  conflict: Conflict
  editing: boolean
  mayChange: boolean
  /** The task is loaded, so that the decision can name its version. */
  ready: boolean
  decide: (choice: 'theirs' | 'mine' | 'edited') => void
  edit: () => void
  back: () => void
  later: () => void
}

function Choices({ conflict, editing, mayChange, ready, decide, edit, back, later }: ChoicesProps) {
  if (editing) {
    return (
      <>
        <Button tone="bare" onClick={back}>
          Back to both sides
        </Button>
        <Button tone="primary" pending={!ready} onClick={() => decide('edited')}>
          Apply this
        </Button>
      </>
    )
  }
  const archived = conflict.reason === 'archived'
  return (
    <>
      <Button tone="bare" onClick={later}>
        Decide later
      </Button>
      <span className="grow" />
      {mayChange && canEdit(conflict) ? <Button onClick={edit}>Edit…</Button> : null}
      <Button pending={!ready} onClick={() => decide('theirs')}>
        {conflict.reason === 'changed' ? 'Keep theirs' : 'Let mine go'}
      </Button>
      {mayChange && canApply(conflict) ? (
        <Button tone="primary" pending={!ready} onClick={() => decide('mine')}>
          {archived ? 'Restore and apply mine' : 'Apply mine'}
        </Button>
      ) : null}
    </>
  )
}
