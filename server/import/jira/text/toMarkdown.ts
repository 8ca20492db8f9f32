import type { SourceText } from '../sourceIssue'
import { adfToMarkdown } from './adfToMarkdown'
import type { NameOf } from './inlineToMarkdown'
import { wikiToMarkdown } from './wikiToMarkdown'

/** Converts a text in either of Jira's formats to Markdown. */
export function toMarkdown(text: SourceText, nameOf: NameOf): string {
  return typeof text === 'string' ? wikiToMarkdown(text, nameOf) : adfToMarkdown(text, nameOf)
}
