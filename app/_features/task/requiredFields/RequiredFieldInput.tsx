'use client'

import type { RequiredField } from '@/domain/workflow/transition'
import { viewOf } from '../taskFieldViews'

type Props = {
  field: RequiredField
  value: unknown
  /** Somebody has tried to go on without it. */
  isMissing: boolean
  onChange: (value: unknown) => void
}

/** One field that a move asks for. */
export function RequiredFieldInput({ field, value, isMissing, onChange }: Props) {
  const { label, Editor } = viewOf(field)
  const error = isMissing ? 'This is needed before it can move.' : undefined
  return Editor && <Editor required {...{ label, value, error, onChange }} />
}
