import { type ComponentType, useLayoutEffect, useState } from 'react'
import { holdKeys } from './keysAhead'
import { toast } from './toast'

/** A component whose code is fetched when it is first shown, or earlier by `preload`. */
export type OnDemand<Props> = ComponentType<Props> & { preload: () => Promise<boolean> }

/**
 * Keeps a heavy part out of the first load. It shows nothing until its code is here; where the
 * code cannot be fetched (offline, or replaced by a newer release) a toast says so and offers to
 * try again. `preload` answers whether the part is ready. A part that `takesKeys` is given what is
 * typed before its code is here.
 */
export function onDemand<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { takesKeys = false } = {},
): OnDemand<Props> {
  let ready: ComponentType<Props> | undefined
  let loading: Promise<boolean> | undefined

  const preload = () => {
    loading ??= load().then(
      (part) => {
        ready = part
        return true
      },
      () => {
        loading = undefined
        return false
      },
    )
    return loading
  }

  // biome-ignore lint/correctness/noComponentHookFactories: called once, when a file is read
  function Part(props: Props) {
    const [here, setHere] = useState(ready !== undefined)
    // Before the next key comes in, not after the next paint.
    useLayoutEffect(() => {
      if (here) return
      let gone = false
      const hold = takesKeys ? holdKeys() : null
      const fetchIt = async () => {
        const loaded = await preload()
        if (gone) return
        if (loaded) {
          hold?.arrived()
          setHere(true)
        } else {
          hold?.gone()
          toast.failed('This part of the page could not be loaded', {
            detail: 'Your work is safe. Check the connection, then try again.',
            retry: fetchIt,
          })
        }
      }
      void fetchIt()
      return () => {
        gone = true
        hold?.gone()
      }
    }, [here])
    const Ready = ready
    return here && Ready ? <Ready {...props} /> : null
  }
  return Object.assign(Part, { preload })
}
