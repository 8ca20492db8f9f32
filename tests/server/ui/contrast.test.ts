import { describe, expect, test } from 'vitest'
import { contrast, outside, toLight } from './oklch'
import { hues, type Scheme, token, tokenNames } from './tokens'

const schemes: Scheme[] = ['light', 'dark']
const surfaces = ['canvas', 'raised', 'sunken', 'hover']

/** WCAG 2.2 AA: text needs 4.5, a shape that carries a meaning and the edge of a field need 3. */
const words = 4.5
const shapes = 3

const onEverySurface = (ink: string, least: number) =>
  surfaces.map((surface) => ({ ink, surface, least }))

const pairs = [
  ...['text', 'muted', 'faint', 'accent-ink', 'danger-ink'].flatMap((ink) =>
    onEverySurface(ink, words),
  ),
  ...['edge', 'accent', 'danger'].flatMap((ink) => onEverySurface(ink, shapes)),
  ...['text', 'muted', 'accent-ink'].map((ink) => ({ ink, surface: 'accent-soft', least: words })),
  ...['text', 'danger-ink'].map((ink) => ({ ink, surface: 'danger-soft', least: words })),
  ...['accent', 'accent-hover'].map((surface) => ({ ink: 'on-accent', surface, least: words })),
  ...['danger', 'danger-hover'].map((surface) => ({ ink: 'on-danger', surface, least: words })),
]

test('the measure itself is right: black on white is 21, mid grey on white is 4.5', () => {
  expect(contrast(toLight(0, 0, 0), toLight(1, 0, 0))).toBeCloseTo(21, 3)
  expect(contrast(toLight(0.5693, 0, 0), toLight(1, 0, 0))).toBeCloseTo(4.48, 1)
})

describe.each(schemes)('%s', (scheme) => {
  test.each(pairs)('$ink on $surface has at least $least', ({ ink, surface, least }) => {
    expect(contrast(token(ink, scheme), token(surface, scheme))).toBeGreaterThanOrEqual(least)
  })

  test.each(hues)('$name is told from every surface and read on its own tint', (hue) => {
    for (const surface of surfaces)
      expect(
        contrast(token('tone', scheme, hue), token(surface, scheme)),
        `on ${surface}`,
      ).toBeGreaterThanOrEqual(shapes)
    expect(
      contrast(token('tone-ink', scheme, hue), token('tone-soft', scheme, hue)),
    ).toBeGreaterThanOrEqual(words)
  })

  test.each(tokenNames)('a screen can show --%s', (name) => {
    const asked = name.startsWith('tone') ? hues : [undefined]
    for (const hue of asked) expect(outside(token(name, scheme, hue)), hue?.name).toBeLessThan(0.02)
  })
})

test('the hues of the components are those that are drawn', async () => {
  const known = await import('@/app/_ui/hues')
  expect(hues.map((hue) => hue.name)).toEqual([...known.hues])
})
