/** A color as three parts of linear light, each from 0 to 1 when a screen can show it. */
export type LinearRgb = [red: number, green: number, blue: number]

/** Converts OKLCH (lightness 0 to 1, chroma, hue in degrees) to linear sRGB, not clipped. */
export function oklchToLinearRgb(lightness: number, chroma: number, hue: number): LinearRgb {
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
  ]
}

/** Returns how far a color is outside sRGB; 0 when it is inside. */
export function outOfGamut(light: LinearRgb): number {
  return Math.max(0, ...light.map((part) => Math.max(part - 1, -part)))
}

const clip = (part: number) => Math.min(1, Math.max(0, part))

function luminance([red, green, blue]: LinearRgb): number {
  return 0.2126 * clip(red) + 0.7152 * clip(green) + 0.0722 * clip(blue)
}

/** Returns the WCAG 2 contrast ratio of two colors: 1 for equal ones, 21 for black on white. */
export function contrastRatio(one: LinearRgb, other: LinearRgb): number {
  const [dark, bright] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return ((bright ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}
