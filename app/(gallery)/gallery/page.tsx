import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ThemeChoice } from '@/app/_ui/ThemeChoice'
import { Buttons } from './Buttons'
import { Fields } from './Fields'
import { Marks } from './Marks'
import { Overlays } from './Overlays'
import { States } from './States'
import { Texts } from './Texts'
import { Tones } from './Tones'

export const metadata: Metadata = { title: 'Gallery' }

/** Every component in its states, to look at while developing; not there in production. */
export default function Gallery() {
  if (process.env.NODE_ENV === 'production') notFound()
  return (
    <main className="mx-auto max-w-5xl px-4 py-6 md:px-8">
      <header className="mb-6 flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-title font-semibold">Gallery</h1>
        <ThemeChoice />
      </header>
      <Tones />
      <Buttons />
      <Marks />
      <Fields />
      <Overlays />
      <Texts />
      <States />
    </main>
  )
}
