import { EditableText } from '@/app/_ui/EditableText'
import { LIMITS } from '@/domain/kernel/primitives'

type Props = {
  itemKind: 'component' | 'version'
  name: string
  canChange: boolean
  onEditing: (editing: boolean) => void
  onSave: (name: string) => void
}

/** The name of a component or version, edited in place. */
export function ItemName({ itemKind, name, canChange, onEditing, onSave }: Props) {
  return (
    <span className="min-w-32 grow font-medium">
      <EditableText
        label={`Name of the ${itemKind} ${name}`}
        value={name}
        required
        readOnly={!canChange}
        maxLength={LIMITS.name}
        onEditing={onEditing}
        onSave={onSave}
      />
    </span>
  )
}
