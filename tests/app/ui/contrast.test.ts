import { describe, expect, test } from 'vitest'
import { type ColourScheme, colourOf, hues, tokenNames } from './designTokens'
import { contrastRatio, oklchToLinearRgb, outOfGamut } from './oklch'

const schemes: ColourScheme[] = ['light', 'dark']
const surfaces = ['canvas', 'raised', 'sunken', 'hover']

/** WCAG 2.2 AA: text needs 4.5; shapes that carry a meaning and field borders need 3. */
const MIN_TEXT_CONTRAST = 4.5
const MIN_SHAPE_CONTRAST = 3

const onEverySurface = (ink: string, least: number) =>
  surfaces.map((surface) => ({ ink, surface, least }))

const pairs = [
  ...['text', 'muted', 'faint', 'accent-ink', 'danger-ink'].flatMap((ink) =>
    onEverySurface(ink, MIN_TEXT_CONTRAST),
  ),
  ...['edge', 'accent', 'danger'].flatMap((ink) => onEverySurface(ink, MIN_SHAPE_CONTRAST)),
  ...['text', 'muted', 'accent-ink'].map((ink) => ({
    ink,
    surface: 'accent-soft',
    least: MIN_TEXT_CONTRAST,
  })),
  ...['text', 'danger-ink'].map((ink) => ({
    ink,
    surface: 'danger-soft',
    least: MIN_TEXT_CONTRAST,
  })),
  ...['accent', 'accent-hover'].map((surface) => ({
    ink: 'on-accent',
    surface,
    least: MIN_TEXT_CONTRAST,
  })),
  ...['danger', 'danger-hover'].map((surface) => ({
    ink: 'on-danger',
    surface,
    least: MIN_TEXT_CONTRAST,
  })),
]

test('the contrast ratio is 21 for black on white and 4.5 for mid grey on white', () => {
  expect(contrastRatio(oklchToLinearRgb(0, 0, 0), oklchToLinearRgb(1, 0, 0))).toBeCloseTo(21, 3)
  expect(contrastRatio(oklchToLinearRgb(0.5693, 0, 0), oklchToLinearRgb(1, 0, 0))).toBeCloseTo(
    4.48,
    1,
  )
})

describe.each(schemes)('the %s colour scheme', (scheme) => {
  test.each(pairs)(
    'the contrast of $ink on $surface is at least $least',
    ({ ink, surface, least }) => {
      expect(
        contrastRatio(colourOf(ink, scheme), colourOf(surface, scheme)),
      ).toBeGreaterThanOrEqual(least)
    },
  )

  test.each(hues)(
    'the hue $name stands out from every surface and is readable on its own tint',
    (hue) => {
      for (const surface of surfaces)
        expect(
          contrastRatio(colourOf('tone', scheme, hue), colourOf(surface, scheme)),
          `on ${surface}`,
        ).toBeGreaterThanOrEqual(MIN_SHAPE_CONTRAST)
      expect(
        contrastRatio(colourOf('tone-ink', scheme, hue), colourOf('tone-soft', scheme, hue)),
      ).toBeGreaterThanOrEqual(MIN_TEXT_CONTRAST)
    },
  )

  test.each(tokenNames)('a screen can display the colour --%s', (name) => {
    const asked = name.startsWith('tone') ? hues : [undefined]
    for (const hue of asked)
      expect(outOfGamut(colourOf(name, scheme, hue)), hue?.name).toBeLessThan(0.02)
  })
})

test('the hues of the components are the hues defined in CSS', async () => {
  const known = await import('@/app/_ui/hues')
  expect(hues.map((hue) => hue.name)).toEqual([...known.hues])
})
