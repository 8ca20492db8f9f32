import { ButtonLink } from '@/app/_ui/ButtonLink'
import { EmptyState } from '@/app/_ui/EmptyState'

/** The 404 page. It looks the same for missing pages and for pages that one may not see. */
export default function NotFound() {
  return (
    <main id="main" className="grid grow place-items-center">
      <h1 className="sr-only">Not found</h1>
      <EmptyState action={<ButtonLink href="/">Go to your work</ButtonLink>}>
        There is nothing here, or it is not shared with you.
      </EmptyState>
    </main>
  )
}
