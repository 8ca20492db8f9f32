'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { onOverlayRequested, type PaletteOverlay } from '@/app/_features/shell/openPalette'
import { routes } from '@/app/_features/shell/routes'
import { useCurrentRoute } from '@/app/_features/shell/useCurrentRoute'
import { lazyComponent } from '@/app/_ui/lazyComponent'
import { navigateGuarded } from '@/app/_ui/navigationGuard'
import { onFirstInteraction } from '@/app/_ui/onFirstInteraction'
import { useHotkeys } from '@/app/_ui/useHotkeys'

const Palette = lazyComponent(() => import('./dialog/Palette').then((module) => module.Palette), {
  buffersKeys: true,
})
const ShortcutsDialog = lazyComponent(() =>
  import('./dialog/ShortcutsDialog').then((module) => module.ShortcutsDialog),
)
const CreateProjectDialog = lazyComponent(
  () =>
    import('@/app/_features/shell/CreateProjectDialog').then(
      (module) => module.CreateProjectDialog,
    ),
  { buffersKeys: true },
)

/**
 * Opens the palette, the help and other overlays on request. Rendered once on every page of a
 * workspace.
 */
export function LazyPalette() {
  const router = useRouter()
  const { slug, projectKey } = useCurrentRoute()
  const [openOverlay, setOpenOverlay] = useState<PaletteOverlay | null>(null)
  const [loadedOverlays, setLoadedOverlays] = useState<ReadonlySet<PaletteOverlay>>(new Set())

  useEffect(
    () =>
      onOverlayRequested((overlay) => {
        setOpenOverlay(overlay)
        setLoadedOverlays((before) => new Set(before).add(overlay))
      }),
    [],
  )
  useEffect(() => onFirstInteraction(() => void Palette.preload()), [])

  const toggleOverlay = (overlay: PaletteOverlay) => () => {
    setOpenOverlay(openOverlay === overlay ? null : overlay)
    setLoadedOverlays(new Set(loadedOverlays).add(overlay))
  }
  const navigateTo = (route: (slug: string, key: string) => string) => () =>
    projectKey ? navigateGuarded(() => router.push(route(slug, projectKey))) : false
  useHotkeys({
    'mod+k': toggleOverlay('palette'),
    '?': toggleOverlay('shortcuts'),
    'g b': navigateTo(routes.board),
    'g l': navigateTo(routes.backlog),
    'g s': navigateTo(routes.sprints),
    'g v': navigateTo(routes.versions),
    'g h': navigateTo(routes.history),
    'g t': () => navigateGuarded(() => router.push(routes.timesheet(slug))),
    'g o': () => navigateGuarded(() => router.push(routes.workspace(slug))),
  })

  const overlayProps = (overlay: PaletteOverlay) => ({
    open: openOverlay === overlay,
    onOpenChange: (next: boolean) => setOpenOverlay(next ? overlay : null),
  })
  return (
    <>
      {loadedOverlays.has('palette') ? <Palette {...overlayProps('palette')} /> : null}
      {loadedOverlays.has('shortcuts') ? <ShortcutsDialog {...overlayProps('shortcuts')} /> : null}
      {loadedOverlays.has('create-project') ? (
        <CreateProjectDialog {...overlayProps('create-project')} />
      ) : null}
    </>
  )
}
