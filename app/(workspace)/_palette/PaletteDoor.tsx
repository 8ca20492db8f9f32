'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { onFirstSign } from '@/app/_ui/firstSign'
import { leave } from '@/app/_ui/leave'
import { onDemand } from '@/app/_ui/onDemand'
import { useHotkeys } from '@/app/_ui/useHotkeys'
import { addresses } from '../_frame/addresses'
import { useHere } from '../_frame/here'
import { type Asked, onAsked } from './open'

const Palette = onDemand(() => import('./Palette').then((part) => part.Palette), {
  takesKeys: true,
})
const Help = onDemand(() => import('./Help').then((part) => part.Help))
const CreateProject = onDemand(
  () => import('../_frame/CreateProject').then((part) => part.CreateProject),
  { takesKeys: true },
)

/** Stands once on every page of a workspace: opens palette, help and the like when asked for. */
export function PaletteDoor() {
  const router = useRouter()
  const { slug, projectKey } = useHere()
  const [open, setOpen] = useState<Asked | null>(null)
  const [known, setKnown] = useState<ReadonlySet<Asked>>(new Set())

  useEffect(
    () =>
      onAsked((what) => {
        setOpen(what)
        setKnown((before) => new Set(before).add(what))
      }),
    [],
  )
  useEffect(() => onFirstSign(() => void Palette.preload()), [])

  const ask = (what: Asked) => () => {
    setOpen(open === what ? null : what)
    setKnown(new Set(known).add(what))
  }
  const go = (to: (slug: string, key: string) => string) => () =>
    projectKey ? leave(() => router.push(to(slug, projectKey))) : false
  useHotkeys({
    'mod+k': ask('palette'),
    '?': ask('help'),
    'g b': go(addresses.board),
    'g l': go(addresses.backlog),
    'g s': go(addresses.sprints),
    'g v': go(addresses.versions),
    'g h': go(addresses.history),
    'g t': () => leave(() => router.push(addresses.timesheet(slug))),
    'g o': () => leave(() => router.push(addresses.workspace(slug))),
  })

  const props = (what: Asked) => ({
    open: open === what,
    onOpenChange: (next: boolean) => setOpen(next ? what : null),
  })
  return (
    <>
      {known.has('palette') ? <Palette {...props('palette')} /> : null}
      {known.has('help') ? <Help {...props('help')} /> : null}
      {known.has('create-project') ? <CreateProject {...props('create-project')} /> : null}
    </>
  )
}
