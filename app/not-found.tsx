import type { Metadata } from 'next'
import { ButtonLink } from './_ui/ButtonLink'
import { EmptyState } from './_ui/EmptyState'

export const metadata: Metadata = { title: 'Not found' }

/** The 404 page. It looks the same for missing pages and for pages that one may not see. */
export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-items-center">
      <h1 className="sr-only">Not found</h1>
      <EmptyState action={<ButtonLink href="/">Go to your work</ButtonLink>}>
        There is nothing here, or it is not shared with you.
      </EmptyState>
    </main>
  )
}
