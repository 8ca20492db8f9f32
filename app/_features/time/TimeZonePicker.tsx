'use client'

import { useRouter } from 'next/navigation'
import { apiClient } from '@/app/_api/apiClient'
import { Button } from '@/app/_ui/Button'
import { Combobox } from '@/app/_ui/Combobox'
import { toast } from '@/app/_ui/toast'

/** Picks the reader's time zone, which determines where days begin and end. */
export function TimeZonePicker({
  workspace,
  timeZone: zone,
}: {
  workspace: string
  timeZone: string
}) {
  const router = useRouter()
  const save = async (timeZone: string) => {
    try {
      await apiClient.time.setTimeZone.mutate({ workspace, timeZone, first: false })
      toast.success('Saved')
      router.refresh()
    } catch (error) {
      toast.error('The time zone was not saved', { detail: (error as Error).message })
    }
  }
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
        onSelect={(id) => void save(id)}
        trigger={<Button aria-label={`Time zone: ${zone}`}>{zone.replaceAll('_', ' ')}</Button>}
      />
    </section>
  )
}
