'use client'

import { useRouter } from 'next/navigation'
import { trpc } from '@/app/_api/trpc'
import { useForm } from '@/app/_api/useForm'
import { Button } from '@/app/_ui/Button'
import { TextField } from '@/app/_ui/TextField'
import { toast } from '@/app/_ui/toast'

type Props = { workspace: string; canEdit: boolean }

/** Sets the length of working days and weeks, and the date until which logged time is locked. */
export function WorkTimeForm({ workspace, canEdit }: Props) {
  const router = useRouter()
  const [settings] = trpc.time.settings.useSuspenseQuery({ workspace })
  const utils = trpc.useUtils()
  const changeSettings = trpc.time.changeSettings.useMutation({
    onSuccess: () => utils.time.settings.invalidate({ workspace }),
  })
  const names = ['hoursPerDay', 'daysPerWeek', 'lockedUntil'] as const
  const { form, errors, isPending } = useForm(names, async (values) => {
    await changeSettings.mutateAsync({
      workspace,
      set: {
        hoursPerDay: Number(values.hoursPerDay),
        daysPerWeek: Number(values.daysPerWeek),
        lockedUntil: values.lockedUntil || null,
      },
    })
    toast.success('Saved')
    router.refresh()
  })
  const commonProps = { disabled: !canEdit, inputMode: 'decimal', autoComplete: 'off' } as const
  return (
    <section aria-labelledby="work-time">
      <h2 id="work-time" className="text-body font-semibold">
        Working time
      </h2>
      <p className="mt-1 text-muted">
        How much 1d and 1w stand for. {canEdit ? '' : 'Admins can change it.'}
      </p>
      <form {...form} className="mt-3 flex max-w-80 flex-col gap-4">
        <TextField
          label="Hours a day"
          name="hoursPerDay"
          defaultValue={String(settings.hoursPerDay)}
          error={errors.fields.hoursPerDay}
          {...commonProps}
        />
        <TextField
          label="Days a week"
          name="daysPerWeek"
          defaultValue={String(settings.daysPerWeek)}
          error={errors.fields.daysPerWeek}
          {...commonProps}
        />
        <TextField
          label="Time is locked until"
          name="lockedUntil"
          type="date"
          max="9999-12-31"
          disabled={!canEdit}
          defaultValue={settings.lockedUntil ?? ''}
          hint="Time up to and including this day cannot be logged or changed. Empty: nothing is locked."
          error={errors.fields.lockedUntil}
        />
        {errors.form ? (
          <p role="alert" className="text-danger-ink">
            {errors.form}
          </p>
        ) : null}
        {canEdit ? (
          <Button type="submit" pending={isPending} className="self-start">
            Save
          </Button>
        ) : null}
      </form>
    </section>
  )
}
