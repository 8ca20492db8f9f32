'use client'

import { Copy } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from '@/app/_ui/Button'
import { TextField } from '@/app/_ui/TextField'
import { toast } from '@/app/_ui/toast'

/** The invitation link, selected, with a button that copies it. */
export function InvitationLink({ token }: { token: string }) {
  const field = useRef<HTMLInputElement>(null)
  const link = `${window.location.origin}/invite/${token}`
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link)
      toast.success('Link copied')
    } catch {
      field.current?.select()
      toast.info('Press Ctrl+C or ⌘C to copy the selected link')
    }
  }
  return (
    <div className="flex items-end gap-2">
      <div className="min-w-0 grow">
        <TextField
          ref={field}
          label="Invitation link"
          value={link}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
        />
      </div>
      <Button icon={<Copy className="size-4" />} onClick={copy}>
        Copy
      </Button>
    </div>
  )
}
