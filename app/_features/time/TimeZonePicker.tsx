'use client'

import { useRouter } from 'next/navigation'
import { requestErrorMessage } from '@/app/_api/formErrors'
import { trpc } from '@/app/_api/trpc'
import { Button } from '@/app/_ui/Button'
import { Combobox } from '@/app/_ui/Combobox'
import { toast } from '@/app/_ui/toast'

/** Picks the reader's time zone, which determines where days begin and end. */
export function TimeZonePicker({ workspace }: { workspace: string }) {
  const router = useRouter()
  const [settings] = trpc.time.settings.useSuspenseQuery({ workspace })
  const zone = settings.timeZone ?? 'UTC'
  const utils = trpc.useUtils()
  const setTimeZone = trpc.time.setTimeZone.useMutation({
    onSuccess: async () => {
      toast.success('Saved')
      // Other parts of the page show times as well.
      router.refresh()
      await utils.time.settings.invalidate({ workspace })
    },
    onError: (error) =>
      toast.error('The time zone was not saved', { detail: requestErrorMessage(error) }),
  })
  const timeZones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((each) => each !== 'UTC')]
  return (
    <section aria-labelledby="zone">
      <h2 id="zone" className="text-body font-semibold">
        Your time zone
      </h2>
      <p className="mt-1 mb-3 text-muted">Your days in the timesheet begin and end by its clock.</p>
      <Combobox
        label="Time zone"
        options={timeZones.map((each) => ({ id: each, label: each.replaceAll('_', ' ') }))}
        value={zone}
        onSelect={(id) => setTimeZone.mutate({ workspace, timeZone: id, first: false })}
        trigger={<Button aria-label={`Time zone: ${zone}`}>{zone.replaceAll('_', ' ')}</Button>}
      />
    </section>
  )
}
