import { Chip } from '@/components/ui/chip'

interface PickManyProps<T extends string> { label: string; options: readonly { id: T; name: string }[]; picked: readonly T[]; onChange: (picked: readonly T[]) => void }

/** Any of a short list, each a switch. */
export function PickMany<T extends string>({ label, options, picked, onChange }: PickManyProps<T>) {
  return (
    <fieldset className="min-w-0">
      <legend className="pb-1 text-small font-medium text-soft">{label}</legend>
      <div className="flex flex-wrap gap-1">
        {options.map(({ id, name }) => (
          <Chip key={id} pressed={picked.includes(id)} onClick={() => onChange(picked.includes(id) ? picked.filter((other) => other !== id) : [...picked, id])}>{name}</Chip>
        ))}
      </div>
    </fieldset>
  )
}
