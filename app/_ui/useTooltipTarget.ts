import { type RefObject, useEffect, useState } from 'react'

const SHOW_DELAY_MS = 350
/** Enough time to move the pointer from the target to the tooltip. */
const HIDE_DELAY_MS = 120

const tooltipElementOf = (node: EventTarget | null) =>
  node instanceof Element ? node.closest<HTMLElement>('[data-tooltip]') : null

/** A tooltip would cover what its button has opened. */
const isExpanded = (button: HTMLElement) => button.getAttribute('aria-expanded') === 'true'

/** Returns the element with `data-tooltip` that is hovered or has keyboard focus, or null. */
export function useTooltipTarget(layer: RefObject<HTMLElement | null>): HTMLElement | null {
  const [target, setTarget] = useState<HTMLElement | null>(null)

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let shown: HTMLElement | null = null
    const show = (next: HTMLElement | null, delay: number) => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        shown = next?.isConnected && !isExpanded(next) ? next : null
        setTarget(shown)
      }, delay)
    }
    const onPointerOver = (event: PointerEvent) => {
      if (event.pointerType !== 'mouse') return
      const next = tooltipElementOf(event.target)
      if (next && next === shown) return clearTimeout(timer)
      if (next) return show(next, shown ? 0 : SHOW_DELAY_MS)
      if (layer.current?.contains(event.target as Node)) clearTimeout(timer)
      else show(null, HIDE_DELAY_MS)
    }
    const onFocusIn = (event: FocusEvent) => {
      const next = tooltipElementOf(event.target)
      if (next?.matches(':focus-visible')) show(next, SHOW_DELAY_MS)
    }
    const hide = () => show(null, 0)
    const onEscape = (event: KeyboardEvent) => {
      if (event.key === 'Escape') hide()
    }
    const abort = new AbortController()
    const options = { signal: abort.signal, passive: true, capture: true }
    document.addEventListener('pointerover', onPointerOver, options)
    document.addEventListener('pointerdown', hide, options)
    document.addEventListener('focusin', onFocusIn, options)
    document.addEventListener('focusout', hide, options)
    document.addEventListener('keydown', onEscape, options)
    document.addEventListener('scroll', hide, options)
    // The pointer or the focus may have arrived before this code was loaded.
    const current = [...document.querySelectorAll<HTMLElement>('[data-tooltip]')]
      .filter((each) => each.matches(':hover, :focus-visible'))
      .at(-1)
    if (current) show(current, SHOW_DELAY_MS)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [layer])

  return target
}
