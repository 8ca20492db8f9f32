import { EditableText } from '@/app/_ui/EditableText'
import { LIMITS } from '@/domain/words'

type Props = {
  what: 'component' | 'version'
  name: string
  mayChange: boolean
  onEditing: (editing: boolean) => void
  onSave: (name: string) => void
}

/** The name of a component or version, edited where it stands. */
export function EntryName({ what, name, mayChange, onEditing, onSave }: Props) {
  return (
    <span className="min-w-32 grow font-medium">
      <EditableText
        label={`Name of the ${what} ${name}`}
        value={name}
        required
        readOnly={!mayChange}
        maxLength={LIMITS.name}
        onEditing={onEditing}
        onSave={onSave}
      />
    </span>
  )
}
