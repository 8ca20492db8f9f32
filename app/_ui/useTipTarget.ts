import { type RefObject, useEffect, useState } from 'react'

const waitMs = 350
/** Long enough to travel from the target onto the tooltip itself. */
const leaveMs = 120

const tipOf = (node: EventTarget | null) =>
  node instanceof Element ? node.closest<HTMLElement>('[data-tip]') : null

/** A tip would stand over what its button has opened. */
const hasOpened = (button: HTMLElement) => button.getAttribute('aria-expanded') === 'true'

/** The element with `data-tip` that is pointed at or has the keyboard's focus, or null. */
export function useTipTarget(layer: RefObject<HTMLElement | null>): HTMLElement | null {
  const [target, setTarget] = useState<HTMLElement | null>(null)

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let shown: HTMLElement | null = null
    const show = (next: HTMLElement | null, after: number) => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        shown = next?.isConnected && !hasOpened(next) ? next : null
        setTarget(shown)
      }, after)
    }
    const over = (event: PointerEvent) => {
      if (event.pointerType !== 'mouse') return
      const next = tipOf(event.target)
      if (next && next === shown) return clearTimeout(timer)
      if (next) return show(next, shown ? 0 : waitMs)
      if (layer.current?.contains(event.target as Node)) clearTimeout(timer)
      else show(null, leaveMs)
    }
    const focus = (event: FocusEvent) => {
      const next = tipOf(event.target)
      if (next?.matches(':focus-visible')) show(next, waitMs)
    }
    const hide = () => show(null, 0)
    const onEscape = (event: KeyboardEvent) => {
      if (event.key === 'Escape') hide()
    }
    const quiet = new AbortController()
    const options = { signal: quiet.signal, passive: true, capture: true }
    document.addEventListener('pointerover', over, options)
    document.addEventListener('pointerdown', hide, options)
    document.addEventListener('focusin', focus, options)
    document.addEventListener('focusout', hide, options)
    document.addEventListener('keydown', onEscape, options)
    document.addEventListener('scroll', hide, options)
    // The pointer or the focus may have come to rest before this code was here.
    const now = [...document.querySelectorAll<HTMLElement>('[data-tip]')]
      .filter((each) => each.matches(':hover, :focus-visible'))
      .at(-1)
    if (now) show(now, waitMs)
    return () => {
      clearTimeout(timer)
      quiet.abort()
    }
  }, [layer])

  return target
}
