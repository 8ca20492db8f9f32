'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { trpc } from '@/app/_api/trpc'
import { Button } from '@/app/_ui/Button'
import { ConfirmDialog } from '@/app/_ui/ConfirmDialog'

/** Deletes the file and its report after a confirmation. */
export function DiscardButton({ workspace, id }: { workspace: string; id: string }) {
  const router = useRouter()
  const [isConfirming, setIsConfirming] = useState(false)
  const utils = trpc.useUtils()
  const discard = trpc.import.discard.useMutation({
    onSuccess: async () => {
      router.push(`/${workspace}/import`)
      await utils.import.list.invalidate({ workspace })
    },
  })
  return (
    <>
      <Button onClick={() => setIsConfirming(true)}>Discard</Button>
      <ConfirmDialog
        open={isConfirming}
        onOpenChange={setIsConfirming}
        title="Discard this import?"
        confirmLabel="Discard"
        danger
        onConfirm={async () => {
          await discard.mutateAsync({ workspace, id })
        }}
      >
        The uploaded file and its report are deleted. Tasks that it brought in stay.
      </ConfirmDialog>
    </>
  )
}
