'use client'

import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { v7 as newId } from 'uuid'
import { apiClient } from '@/app/_api/apiClient'
import { useForm } from '@/app/_api/useForm'
import { Button } from '@/app/_ui/Button'
import { Dialog } from '@/app/_ui/Dialog'
import { FormError } from '@/app/_ui/FormError'
import { navigateGuarded } from '@/app/_ui/navigationGuard'
import { TextField } from '@/app/_ui/TextField'
import { LIMITS } from '@/domain/kernel/primitives'
import { WORKFLOW_TEMPLATES, type WorkflowTemplate } from '@/domain/workflow/templates'
import { suggestProjectKey, toProjectKey } from './projects/suggestProjectKey'
import { WorkflowTemplateChoice } from './projects/WorkflowTemplateChoice'
import { routes } from './routes'
import { useWorkspace } from './useWorkspace'

type Props = { open: boolean; onOpenChange: (open: boolean) => void }

/** Creates a project from a name, a key suggested from the name and a workflow template. */
export function CreateProjectDialog({ open, onOpenChange }: Props) {
  const formId = useId()
  const [pending, setPending] = useState(false)
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Create project"
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button tone="primary" type="submit" form={formId} pending={pending}>
            Create project
          </Button>
        </>
      }
    >
      <CreateProjectForm id={formId} onPending={setPending} onDone={() => onOpenChange(false)} />
    </Dialog>
  )
}

type CreateProjectFormProps = {
  id: string
  onPending: (pending: boolean) => void
  onDone: () => void
}

function CreateProjectForm({ id, onPending, onDone }: CreateProjectFormProps) {
  const router = useRouter()
  const { slug, projects } = useWorkspace()
  const [name, setName] = useState('')
  const [typedKey, setTypedKey] = useState<string | null>(null)
  // The id stays the same for every retry.
  const [projectId] = useState(() => newId())
  const [commandId, setCommandId] = useState(() => newId())
  const key =
    typedKey ??
    suggestProjectKey(
      name,
      projects.map((project) => project.key),
    )

  const { form, errors } = useForm(['name', 'key', 'template'] as const, async (values) => {
    onPending(true)
    try {
      const input = { ...values, template: values.template as WorkflowTemplate }
      const clientId = projectId
      const result = await apiClient.project.create.mutate({
        workspace: slug,
        projectId,
        commandId,
        clientId,
        ...input,
      })
      if (result.rejection) {
        setCommandId(newId())
        throw new Error(result.rejection.message)
      }
      navigateGuarded(() => router.push(routes.board(slug, values.key)))
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
        error={errors.fields.name}
        autoComplete="off"
        required
      />
      <TextField
        label="Key"
        name="key"
        value={key}
        onChange={(event) => setTypedKey(toProjectKey(event.target.value))}
        hint={`Every task key begins with it, such as ${key || 'WEB'}-1. It cannot be changed later.`}
        error={errors.fields.key}
        className="max-w-32 tabular-nums"
        autoComplete="off"
        required
      />
      <WorkflowTemplateChoice templates={WORKFLOW_TEMPLATES} />
      <FormError>{errors.form}</FormError>
    </form>
  )
}
