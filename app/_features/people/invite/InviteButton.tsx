'use client'

import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/app/_ui/Button'
import { InviteDialog } from './InviteDialog'

/** Opens the dialog that creates an invitation link. */
export function InviteButton({ workspace }: { workspace: string }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button tone="primary" icon={<UserPlus className="size-4" />} onClick={() => setOpen(true)}>
        Invite
      </Button>
      <InviteDialog workspace={workspace} open={open} onOpenChange={setOpen} />
    </>
  )
}
