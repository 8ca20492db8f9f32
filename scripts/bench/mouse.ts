import type { Page } from '@playwright/test'

const WHEEL_STEPS = 80
const DRAG_STEPS = 40
const FRAME_MS = 16

/** Scrolls down at a point with the mouse wheel. */
export async function scrollDown({ mouse }: Page, { x, y }: Point): Promise<void> {
  await mouse.move(x, y)
  for (let i = 0; i < WHEEL_STEPS; i++) await Promise.all([mouse.wheel(0, 240), nextFrame()])
}

/**
 * Picks up what is at the first point and drags it over the others, there and back, to the last
 * one.
 */
export async function drag({ mouse }: Page, [from, ...targets]: Point[]): Promise<void> {
  if (!from) return
  await mouse.move(from.x, from.y)
  await mouse.down()
  let position = from
  for (const to of targets) {
    for (let i = 1; i <= DRAG_STEPS; i++) {
      const at = (a: number, b: number) => a + ((b - a) * i) / DRAG_STEPS
      await Promise.all([mouse.move(at(position.x, to.x), at(position.y, to.y)), nextFrame()])
    }
    position = to
  }
  await mouse.up()
}

export interface Point {
  x: number
  y: number
}

const nextFrame = () => new Promise((go) => setTimeout(go, FRAME_MS))
