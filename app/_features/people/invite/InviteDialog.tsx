'use client'

import { useId, useState } from 'react'
import { Button } from '@/app/_ui/Button'
import { Dialog } from '@/app/_ui/Dialog'
import { InvitationForm } from './InvitationForm'
import { InvitationLink } from './InvitationLink'

type Props = {
  workspace: string
  open: boolean
  onOpenChange: (open: boolean) => void
  /** The placeholder whose tasks the invited person takes over. */
  placeholder?: { id: string; name: string }
}

/** First asks for the role, then shows the link. The link is shown only once. */
export function InviteDialog({ workspace, open, onOpenChange, placeholder }: Props) {
  const formId = useId()
  const [isPending, setIsPending] = useState(false)
  const [token, setToken] = useState<string>()

  const close = () => {
    onOpenChange(false)
    setToken(undefined)
  }
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => (next ? onOpenChange(true) : close())}
      title={placeholder ? `Invite ${placeholder.name}` : 'Invite somebody'}
      description={
        placeholder
          ? 'Whoever uses the link becomes this person, with all tasks and comments.'
          : 'You get a link to send them. It lets one person in, once, within seven days.'
      }
      footer={
        token ? (
          <Button tone="primary" onClick={close}>
            Done
          </Button>
        ) : (
          <>
            <Button onClick={close}>Cancel</Button>
            <Button tone="primary" type="submit" form={formId} pending={isPending}>
              Create link
            </Button>
          </>
        )
      }
    >
      {token ? (
        <InvitationLink token={token} />
      ) : (
        <InvitationForm
          id={formId}
          workspace={workspace}
          personId={placeholder?.id}
          onPending={setIsPending}
          onCreated={setToken}
        />
      )}
    </Dialog>
  )
}
