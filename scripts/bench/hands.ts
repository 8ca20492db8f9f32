import type { Page } from '@playwright/test'

const WHEELS = 80
const STEPS = 40
const A_FRAME_MS = 16

/** Scrolls down over the middle of a place, as a hand on a wheel does. */
export async function scrollDown({ mouse }: Page, { x, y }: Point): Promise<void> {
  await mouse.move(x, y)
  for (let i = 0; i < WHEELS; i++) await Promise.all([mouse.wheel(0, 240), aFrame()])
}

/** Takes what is at a point and carries it over others, there and back, to the last of them. */
export async function drag({ mouse }: Page, [from, ...over]: Point[]): Promise<void> {
  if (!from) return
  await mouse.move(from.x, from.y)
  await mouse.down()
  let here = from
  for (const to of over) {
    for (let i = 1; i <= STEPS; i++) {
      const at = (a: number, b: number) => a + ((b - a) * i) / STEPS
      await Promise.all([mouse.move(at(here.x, to.x), at(here.y, to.y)), aFrame()])
    }
    here = to
  }
  await mouse.up()
}

export interface Point {
  x: number
  y: number
}

const aFrame = () => new Promise((go) => setTimeout(go, A_FRAME_MS))
