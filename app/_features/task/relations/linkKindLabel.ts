/** A kind of link as people say it: "is blocked by". */
export const linkKindLabel = (kind: string): string =>
  kind === 'relates' ? 'relates to' : kind.replaceAll('-', ' ')
