import { lazy, Suspense } from 'react'

// On the server the text is drawn at once; in the browser the code follows without holding
// up the rest of the page.
const MarkdownText = lazy(() =>
  import('./MarkdownText').then((module) => ({ default: module.MarkdownText })),
)

/** Markdown (GitHub's kind) as safe HTML: no raw HTML, no pictures from elsewhere, only links. */
export function Markdown({ text }: { text: string }) {
  return (
    <Suspense fallback={<p className="whitespace-pre-wrap">{text}</p>}>
      <MarkdownText text={text} />
    </Suspense>
  )
}
