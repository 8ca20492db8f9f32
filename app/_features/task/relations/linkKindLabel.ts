/** Returns the label of a link kind, such as "is blocked by". */
export const linkKindLabel = (kind: string): string =>
  kind === 'relates' ? 'relates to' : kind.replaceAll('-', ' ')
