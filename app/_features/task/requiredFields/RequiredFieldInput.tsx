'use client'

import { viewOf } from '@/app/_features/taskFields/taskFieldViews'
import type { RequiredField } from '@/domain/workflow/transition'

type Props = {
  field: RequiredField
  value: unknown
  /** True after an attempt to submit without a value. */
  isMissing: boolean
  onChange: (value: unknown) => void
}

/** The input for one required field. */
export function RequiredFieldInput({ field, value, isMissing, onChange }: Props) {
  const { label, Editor } = viewOf(field)
  const error = isMissing ? 'This is needed before it can move.' : undefined
  return Editor && <Editor required {...{ label, value, error, onChange }} />
}
