import type { SourceText } from '../sourceIssue'
import { adfToMarkdown } from './adfToMarkdown'
import type { NameOf } from './inlineToMarkdown'
import { wikiToMarkdown } from './wikiToMarkdown'

/** A text of Jira's, whichever of its two formats it is in, as Markdown. */
export function toMarkdown(text: SourceText, nameOf: NameOf): string {
  return typeof text === 'string' ? wikiToMarkdown(text, nameOf) : adfToMarkdown(text, nameOf)
}
