'use client'

import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { v7 as newId } from 'uuid'
import { trpc } from '@/app/_client/trpc'
import { useForm } from '@/app/_client/useForm'
import { Button } from '@/app/_ui/Button'
import { Dialog } from '@/app/_ui/Dialog'
import { leave } from '@/app/_ui/leave'
import { TextField } from '@/app/_ui/TextField'
import { TEMPLATES, type Template } from '@/domain/project/templates'
import { LIMITS } from '@/domain/words'
import { addresses } from './addresses'
import { ProblemLine } from './ProblemLine'
import { suggestKey, toKey } from './suggest-key'
import { TemplateChoice } from './TemplateChoice'
import { useWorkspace } from './workspace'

type Props = { open: boolean; onOpenChange: (open: boolean) => void }

/** Makes a project: its name, a key that follows from it, and a workflow to start from. */
export function CreateProject({ open, onOpenChange }: Props) {
  const form = useId()
  const [pending, setPending] = useState(false)
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Create project"
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button tone="primary" type="submit" form={form} pending={pending}>
            Create project
          </Button>
        </>
      }
    >
      <Fields id={form} onPending={setPending} onDone={() => onOpenChange(false)} />
    </Dialog>
  )
}

type FieldsProps = { id: string; onPending: (pending: boolean) => void; onDone: () => void }

function Fields({ id, onPending, onDone }: FieldsProps) {
  const router = useRouter()
  const { slug, projects } = useWorkspace()
  const [name, setName] = useState('')
  const [ownKey, setOwnKey] = useState<string | null>(null)
  // The same project, however often a failed try is repeated.
  const [projectId] = useState(() => newId())
  const [commandId, setCommandId] = useState(() => newId())
  const key =
    ownKey ??
    suggestKey(
      name,
      projects.map((project) => project.key),
    )

  const { form, problems } = useForm(['name', 'key', 'template'] as const, async (values) => {
    onPending(true)
    try {
      const asked = { ...values, template: values.template as Template }
      const clientId = projectId
      const answer = await trpc.project.create.mutate({
        workspace: slug,
        projectId,
        commandId,
        clientId,
        ...asked,
      })
      if (answer.refusal) {
        setCommandId(newId())
        throw new Error(answer.refusal.message)
      }
      leave(() => router.push(addresses.board(slug, values.key)))
      router.refresh()
      onDone()
    } finally {
      onPending(false)
    }
  })

  return (
    <form id={id} {...form} className="flex flex-col gap-4">
      <TextField
        label="Name"
        name="name"
        value={name}
        maxLength={LIMITS.name}
        onChange={(event) => setName(event.target.value)}
        error={problems.fields.name}
        autoComplete="off"
        required
      />
      <TextField
        label="Key"
        name="key"
        value={key}
        onChange={(event) => setOwnKey(toKey(event.target.value))}
        hint={`Every task's name begins with it, such as ${key || 'WEB'}-1. It stays as it is.`}
        error={problems.fields.key}
        className="max-w-32 tabular-nums"
        autoComplete="off"
        required
      />
      <TemplateChoice templates={TEMPLATES} />
      <ProblemLine>{problems.whole}</ProblemLine>
    </form>
  )
}
