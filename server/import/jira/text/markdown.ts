import type { SourceText } from '../source'
import { adfToMarkdown } from './adf'
import type { NameOf } from './inline'
import { wikiToMarkdown } from './wiki'

/** A text of Jira's, whichever of its two formats it is in, as Markdown. */
export function toMarkdown(text: SourceText, nameOf: NameOf): string {
  return typeof text === 'string' ? wikiToMarkdown(text, nameOf) : adfToMarkdown(text, nameOf)
}
