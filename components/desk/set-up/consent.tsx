import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { message } from '@/components/ui/message'
import { i18n } from '#i18n'
import { useTell } from '../data/ask'
import { Problem } from '../data/problem'

/** Every kind of data, where it goes and why. The texts are `consent.<id>_what`, `_where` and `_why`. */
const kinds = ['page', 'person', 'touches', 'verdicts', 'sends', 'signin', 'hand-overs', 'names', 'library', 'hub'] as const

/** The one consent page: nothing is read or sent before it is accepted. */
export function Consent() {
  const accept = useTell('consent.give', 'desk.state')
  const [declined, setDeclined] = useState(false)
  return (
    <>
      <header>
        <h1 className="text-title font-semibold">{i18n.t('consent.title')}</h1>
        <p className="pt-1 text-soft">{i18n.t('consent.lead')}</p>
      </header>
      <div className="overflow-x-auto rounded-lg border border-line bg-paper">
        <table className="w-full text-left">
          <thead className="border-b border-line text-small text-soft">
            <tr>{(['what', 'where', 'why'] as const).map((column) => <th key={column} scope="col" className="px-3 py-2 font-medium">{message(`consent.${column}`)}</th>)}</tr>
          </thead>
          <tbody>
            {kinds.map((kind) => (
              <tr key={kind} className="border-b border-line align-top last:border-0">
                <th scope="row" className="px-3 py-2 font-medium">{message(`consent.${kind}_what`)}</th>
                <td className="px-3 py-2">{message(`consent.${kind}_where`)}</td>
                <td className="px-3 py-2 text-soft">{message(`consent.${kind}_why`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="text-soft">{i18n.t('consent.never')}</p>
      <Problem of={accept.error} />
      {declined && <p role="status" className="rounded-md bg-sunken p-3">{i18n.t('consent.declined')}</p>}
      <div className="flex flex-wrap gap-2">
        <Button look="primary" className="min-h-9 px-4" onClick={() => accept.mutate({})}>{i18n.t('consent.accept')}</Button>
        <Button className="min-h-9 px-4" onClick={() => setDeclined(true)}>{i18n.t('consent.decline')}</Button>
      </div>
    </>
  )
}
