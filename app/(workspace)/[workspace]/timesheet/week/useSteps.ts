'use client'

import { type RefObject, useMemo, useRef } from 'react'
import { v7 as newId } from 'uuid'
import { trpc } from '@/app/_client/trpc'
import { announce } from '@/app/_ui/LiveRegion'
import type { Answer } from '@/domain/answer'
import type { Id } from '@/domain/words'

/** A command that was sent from the sheet. */
export interface Sent {
  projectId: Id
  commandId: Id
}

/** What has been typed into the sheet, cell by cell, to be taken back and done again. */
export function useSteps(
  line: RefObject<Promise<void>>,
  clientId: Id,
  answered: (answer: Answer) => void,
  complain: (problem: string | null) => void,
  refresh: () => void,
) {
  const done = useRef<Sent[][]>([])
  const undone = useRef<Sent[][]>([])
  return useMemo(() => {
    const send = async (step: Sent[]): Promise<Sent[]> => {
      const back: Sent[] = []
      for (const { projectId, commandId: undoes } of step.toReversed()) {
        const sent = { projectId, commandId: newId() }
        const answer = await trpc.command.undo.mutate({ ...sent, clientId, undoes })
        answered(answer as Answer)
        if (answer.refusal) complain(answer.refusal.message)
        else back.push(sent)
      }
      return back
    }
    return {
      /** Something was typed; its commands come into `step` while they are made. */
      note: (step: Sent[]) => {
        done.current.push(step)
        undone.current.length = 0
      },
      /** Takes the last step back, or does what was taken back again. */
      takeBack: (again: boolean) => {
        const [from, to] = again ? [undone, done] : [done, undone]
        line.current = line.current.then(async () => {
          // One that came to nothing is none.
          const place = from.current.findLastIndex((each) => each.length > 0)
          const [step] = from.current.splice(Math.max(0, place))
          if (!step || place < 0)
            return announce(again ? 'Nothing to do again.' : 'Nothing to take back.')
          complain(null)
          try {
            to.current.push(await send(step))
            announce(again ? 'Done again.' : 'Taken back.')
          } catch (error) {
            complain((error as Error).message)
          }
          refresh()
        })
      },
    }
  }, [line, clientId, answered, complain, refresh])
}
