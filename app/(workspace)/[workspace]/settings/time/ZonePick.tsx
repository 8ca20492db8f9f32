'use client'

import { useRouter } from 'next/navigation'
import { trpc } from '@/app/_client/trpc'
import { Button } from '@/app/_ui/Button'
import { Pick } from '@/app/_ui/Pick'
import { toast } from '@/app/_ui/toast'

/** By which clock the reader's days begin and end. */
export function ZonePick({ workspace, zone }: { workspace: string; zone: string }) {
  const router = useRouter()
  const save = async (timeZone: string) => {
    try {
      await trpc.time.zone.mutate({ workspace, timeZone, first: false })
      toast.done('Saved')
      router.refresh()
    } catch (error) {
      toast.failed('The time zone was not saved', { detail: (error as Error).message })
    }
  }
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((each) => each !== 'UTC')]
  return (
    <section aria-labelledby="zone">
      <h2 id="zone" className="text-read font-semibold">
        Your time zone
      </h2>
      <p className="mt-1 mb-3 text-muted">Your days in the timesheet begin and end by its clock.</p>
      <Pick
        label="Time zone"
        options={zones.map((each) => ({ id: each, label: each.replaceAll('_', ' ') }))}
        value={zone}
        onPick={(id) => void save(id)}
        trigger={<Button aria-label={`Time zone: ${zone}`}>{zone.replaceAll('_', ' ')}</Button>}
      />
    </section>
  )
}
