import { useState, type ReactNode } from 'react'
import { Plus } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { usePlaybookEdit } from './playbook-context'

interface EntriesProps<T> {
  of: readonly T[]
  /** What is said where there are none, and on the button that makes one. */
  none: string
  add: string
  atMost?: number
  /** `edit` is absent where nothing may be changed. */
  renderCard: (entry: T, edit: (() => void) | undefined) => ReactNode
  /** For the entry given, or a new one. */
  renderForm: (entry: T | undefined, close: () => void) => ReactNode
}

/** Entries of the playbook as cards; one at a time turns into its form, or a new one is made. */
export function Entries<T extends { id: string }>({ of, none, add, atMost = Infinity, renderCard, renderForm }: EntriesProps<T>) {
  const { readOnly } = usePlaybookEdit()
  const [editing, setEditing] = useState<{ id: string | undefined }>()
  const close = () => setEditing(undefined)
  return (
    <>
      {of.length === 0 && !editing && <p className="rounded-lg border border-dashed border-edge p-6 text-center text-soft">{none}</p>}
      {of.map((entry) => (
        <div key={entry.id} className="contents">{editing?.id === entry.id ? renderForm(entry, close) : renderCard(entry, readOnly ? undefined : () => setEditing({ id: entry.id }))}</div>
      ))}
      {editing && editing.id === undefined && renderForm(undefined, close)}
      {!readOnly && !editing && of.length < atMost && <Button look="primary" className="self-start" onClick={() => setEditing({ id: undefined })}><Plus aria-hidden size={15} />{add}</Button>}
    </>
  )
}
