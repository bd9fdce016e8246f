import { useId, useState, type KeyboardEvent } from 'react'
import type { HandOverOption } from '@/lib/domain/hand-over'
import { clip } from '@/components/ui/clip'
import { i18n } from '#i18n'
import { TextBox } from '../shell/field'

/** From so many on a list is searched rather than read. */
const searchedFrom = 12

interface PicksProps { label: string; options: readonly HandOverOption[]; chosen: readonly string[]; onChoose: (ids: string[]) => void; single?: boolean }

/** Values of the CRM to choose from: one, or any number. */
export function OptionPicks({ label, options, chosen, onChoose, single = false }: PicksProps) {
  const name = useId()
  const [query, setQuery] = useState('')
  const wanted = query.trim().toLowerCase()
  const shown = options.filter(({ id, label: text }) => chosen.includes(id) || text.toLowerCase().includes(wanted))
  const toggle = (id: string) => onChoose(single ? [id] : chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  return (
    <fieldset className="min-w-0">
      <legend className="pb-1 text-small font-medium text-soft">{label}</legend>
      {options.length >= searchedFrom && <TextBox type="search" aria-label={i18n.t('handOvers.search', [label])} placeholder={i18n.t('handOvers.searchHint')} value={query} onChange={(event) => setQuery(event.target.value)} onKeyDown={keepForm} className="mb-1.5 max-w-72" />}
      {shown.length === 0 && <p role="status" className="text-soft">{i18n.t('handOvers.searchNone')}</p>}
      <div className="grid max-h-56 gap-x-6 gap-y-1 overflow-y-auto sm:grid-cols-2 lg:grid-cols-3">
        {shown.map(({ id, label: text }) => (
          <label key={id} className="flex min-h-6 items-start gap-2">
            <input type={single ? 'radio' : 'checkbox'} name={name} checked={chosen.includes(id)} onChange={() => toggle(id)} className="mt-0.5 size-4 shrink-0 accent-[var(--accent)]" />
            <bdi className="min-w-0 break-words">{clip(text, 80)}</bdi>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** Enter narrows the list, and does not save what it stands in. */
function keepForm(event: KeyboardEvent): void {
  if (event.key === 'Enter') event.preventDefault()
}
