'use client'

import { useRouter } from 'next/navigation'
import { trpc } from '@/app/_client/trpc'
import { useForm } from '@/app/_client/useForm'
import { Button } from '@/app/_ui/Button'
import { TextField } from '@/app/_ui/TextField'
import { toast } from '@/app/_ui/toast'
import type { TimeSettings } from '@/server/queries/workTime'

type Props = { workspace: string; settings: TimeSettings; mayChange: boolean }

/** How long a day and a week of work are, and up to when logged time is closed. */
export function WorkTimeForm({ workspace, settings, mayChange }: Props) {
  const router = useRouter()
  const names = ['hoursPerDay', 'daysPerWeek', 'lockedUntil'] as const
  const { form, problems, pending } = useForm(names, async (values) => {
    await trpc.time.change.mutate({
      workspace,
      set: {
        hoursPerDay: Number(values.hoursPerDay),
        daysPerWeek: Number(values.daysPerWeek),
        lockedUntil: values.lockedUntil || null,
      },
    })
    toast.done('Saved')
    router.refresh()
  })
  const shared = { disabled: !mayChange, inputMode: 'decimal', autoComplete: 'off' } as const
  return (
    <section aria-labelledby="work-time">
      <h2 id="work-time" className="text-read font-semibold">
        Working time
      </h2>
      <p className="mt-1 text-muted">
        How much 1d and 1w stand for. {mayChange ? '' : 'Admins can change it.'}
      </p>
      <form {...form} className="mt-3 flex max-w-80 flex-col gap-4">
        <TextField
          label="Hours a day"
          name="hoursPerDay"
          defaultValue={String(settings.hoursPerDay)}
          error={problems.fields.hoursPerDay}
          {...shared}
        />
        <TextField
          label="Days a week"
          name="daysPerWeek"
          defaultValue={String(settings.daysPerWeek)}
          error={problems.fields.daysPerWeek}
          {...shared}
        />
        <TextField
          label="Time is locked until"
          name="lockedUntil"
          type="date"
          max="9999-12-31"
          disabled={!mayChange}
          defaultValue={settings.lockedUntil ?? ''}
          hint="Nobody can log or change time up to and on this day. Empty: nothing is locked."
          error={problems.fields.lockedUntil}
        />
        {problems.whole ? (
          <p role="alert" className="text-danger-ink">
            {problems.whole}
          </p>
        ) : null}
        {mayChange ? (
          <Button type="submit" pending={pending} className="self-start">
            Save
          </Button>
        ) : null}
      </form>
    </section>
  )
}
