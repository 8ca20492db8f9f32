'use client'

import { useProject, useSend } from '@/app/_replica/react/projectHooks'
import { Switch } from '@/app/_ui/Switch'

/** Settings of the project's sprints. */
export function SprintsSection({ canChange }: { canChange: boolean }) {
  const { parallelSprints } = useProject()
  const send = useSend()
  return (
    <section aria-labelledby="sprints" className="flex flex-col gap-2">
      <h2 id="sprints" className="text-body font-semibold">
        Sprints
      </h2>
      <div className="border-y border-line py-1.5">
        <Switch
          label="Several sprints may run at once"
          hint="Otherwise the running one is completed before the next starts."
          checked={parallelSprints}
          disabled={!canChange}
          onChange={(parallel) => send({ type: 'project.setParallelSprints', parallel })}
        />
      </div>
    </section>
  )
}
