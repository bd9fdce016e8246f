import { useState } from 'react'
import { Plus } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Field, TextBox } from '../../shell/field'

/** One name and what is made under it. */
export function NameForm({ label, hint, make, off, onMake }: { label: string; hint: string; make: string; off: boolean; onMake: (name: string, made: () => void) => void }) {
  const [name, setName] = useState('')
  const ready = name.trim() !== '' && !off
  return (
    <form className="flex flex-wrap items-start gap-3" onSubmit={(event) => {
      event.preventDefault()
      if (!ready) return
      onMake(name.trim(), () => setName(''))
    }}>
      <span className="min-w-48 flex-1 sm:max-w-96"><Field label={label} hint={hint}>{(ids) => <TextBox {...ids} maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />}</Field></span>
      <Button type="submit" className="mt-5" off={!ready}><Plus aria-hidden size={15} />{make}</Button>
    </form>
  )
}
