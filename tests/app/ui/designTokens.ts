import { readFileSync } from 'node:fs'
import { type LinearRgb, oklchToLinearRgb } from './oklch'

export type ColourScheme = 'light' | 'dark'

const css = readFileSync(new URL('../../../app/globals.css', import.meta.url), 'utf8')
const tokenPattern = /--([\w-]+):\s*light-dark\(\s*(oklch\(.*?\))\s*,\s*(oklch\(.*?\))\s*\);/gs
const huePattern = /\[data-hue=["'](\w+)["']\]\s*\{\s*--h:\s*([\d.]+);\s*--c:\s*([\d.]+);/g

const colours = new Map(
  [...css.matchAll(tokenPattern)].map(([, name = '', light = '', dark = '']) => [
    name,
    { light, dark },
  ]),
)

/** The hues in globals.css: name, angle and chroma. */
export const hues = [...css.matchAll(huePattern)].map(([, name = '', angle, chroma]) => ({
  name,
  angle: Number(angle),
  chroma: Number(chroma),
}))

/** Names of all color tokens that have a light and a dark value. */
export const tokenNames = [...colours.keys()]

/**
 * Returns the color of a token as displayed. The tones of a hue need that hue. Throws for an
 * unknown name.
 */
export function colourOf(
  name: string,
  scheme: ColourScheme,
  hue: { angle: number; chroma: number } = { angle: 0, chroma: 0 },
): LinearRgb {
  const text = colours.get(name)?.[scheme]
  if (!text) throw new Error(`globals.css draws no colour --${name}`)
  const numbers = text
    .replace(/calc\(var\(--c\) \* ([\d.]+)\)/, (_, part) => String(hue.chroma * Number(part)))
    .replace('var(--c)', String(hue.chroma))
    .replace('var(--h)', String(hue.angle))
    .match(/[\d.]+/g)
  const [lightness, chroma, angle] = (numbers ?? []).map(Number)
  if (lightness === undefined || chroma === undefined || angle === undefined)
    throw new Error(`--${name} is not written as oklch(lightness chroma hue): ${text}`)
  return oklchToLinearRgb(lightness, chroma, angle)
}
