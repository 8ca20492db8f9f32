'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { apiClient } from '@/app/_api/apiClient'
import { Button } from '@/app/_ui/Button'
import { ConfirmDialog } from '@/app/_ui/ConfirmDialog'

/** Deletes the file and its report after a confirmation. */
export function DiscardButton({ workspace, id }: { workspace: string; id: string }) {
  const router = useRouter()
  const [isConfirming, setIsConfirming] = useState(false)
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
          await apiClient.import.discard.mutate({ workspace, id })
          router.push(`/${workspace}/import`)
          router.refresh()
        }}
      >
        The uploaded file and its report are deleted. Tasks that it brought in stay.
      </ConfirmDialog>
    </>
  )
}
