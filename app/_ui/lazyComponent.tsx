import { type ComponentType, useLayoutEffect, useState } from 'react'
import { toast } from './toast'
import { bufferKeys } from './typeAheadBuffer'

/** A component whose code is fetched when it is first shown, or earlier by `preload`. */
export type LazyComponent<Props> = ComponentType<Props> & { preload: () => Promise<boolean> }

/**
 * Keeps a heavy part out of the first load. It shows nothing until its code is here; where the
 * code cannot be fetched (offline, or replaced by a newer release) a toast says so and offers to
 * try again. `preload` answers whether the part is ready. A part that `buffersKeys` is given what is
 * typed before its code is here.
 */
export function lazyComponent<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { buffersKeys = false } = {},
): LazyComponent<Props> {
  let ready: ComponentType<Props> | undefined
  let loading: Promise<boolean> | undefined

  const preload = () => {
    loading ??= load().then(
      (component) => {
        ready = component
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
  function Lazy(props: Props) {
    const [isReady, setIsReady] = useState(ready !== undefined)
    // Before the next key comes in, not after the next paint.
    useLayoutEffect(() => {
      if (isReady) return
      let isUnmounted = false
      const keyBuffer = buffersKeys ? bufferKeys() : null
      const loadNow = async () => {
        const loaded = await preload()
        if (isUnmounted) return
        if (loaded) {
          keyBuffer?.loaded()
          setIsReady(true)
        } else {
          keyBuffer?.cancel()
          toast.error('This part of the page could not be loaded', {
            detail: 'Your work is safe. Check the connection, then try again.',
            retry: loadNow,
          })
        }
      }
      void loadNow()
      return () => {
        isUnmounted = true
        keyBuffer?.cancel()
      }
    }, [isReady])
    const Ready = ready
    return isReady && Ready ? <Ready {...props} /> : null
  }
  return Object.assign(Lazy, { preload })
}
