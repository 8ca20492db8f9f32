import { type ComponentType, useLayoutEffect, useState } from 'react'
import { toast } from './toast'
import { bufferKeys } from './typeAheadBuffer'

/** A component whose code loads when it is first shown, or earlier by `preload`. */
export type LazyComponent<Props> = ComponentType<Props> & { preload: () => Promise<boolean> }

/**
 * Keeps a heavy component out of the first load. Renders nothing until its code is loaded. When it
 * cannot be loaded (offline, or replaced by a newer release), a toast offers a retry. `preload`
 * resolves to whether the component is ready. A component with `buffersKeys` receives the keys
 * typed while it loads.
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
    // Must run before the next key event, not after the next paint.
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
