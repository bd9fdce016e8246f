import { useId, useState } from 'react'
import { Check, HandHelping } from 'lucide-react'
import { toErrorInfo, type ErrorInfo } from '@/lib/domain/errors'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { i18n } from '#i18n'
import { useOnScreen } from '../data/record-context'
import { usePanel } from '../panel-context'
import { AskedFor } from './asked-for'
import { Trouble } from '../states/trouble'

/** What is missing becomes a request to marketing, with what the rep was looking for. */
export function AskForThis({ query }: { query: string }) {
  const { bus } = usePanel()
  const { ref, context } = useOnScreen()
  const [state, setState] = useState<'closed' | 'open' | 'asked'>('closed')
  const [error, setError] = useState<ErrorInfo>()
  const [typed, setTyped] = useState<string>()
  const [note, setNote] = useState('')
  const warning = useId()
  const wanted = (typed ?? query).trim()

  async function ask() {
    if (wanted === '') return
    try {
      await bus.ask('asset.request', { ref, query: wanted.slice(0, 2000), ...(note.trim() ? { note: note.trim().slice(0, 2000) } : {}) })
      setState('asked')
    } catch (thrown) {
      setError(toErrorInfo(thrown))
    }
  }
  if (state === 'asked') {
    return <p role="status" className="flex items-center gap-1.5 text-small text-good"><Check aria-hidden size={14} />{i18n.t('panel.ask.done')}</p>
  }
  if (state === 'closed') {
    return <Button onClick={() => setState('open')}><HandHelping aria-hidden size={15} />{i18n.t('panel.ask.open')}</Button>
  }
  return (
    <form
      className="space-y-1.5"
      onSubmit={(event) => {
        event.preventDefault()
        void ask()
      }}
    >
      <Field label={i18n.t('panel.ask.what')} value={typed ?? query} onChange={setTyped} maxLength={300} autoFocus />
      {context.allowFreeText && <Field label={i18n.t('panel.ask.note')} value={note} onChange={setNote} maxLength={2000} rows={2} />}
      <AskedFor />
      {wanted === '' && <p id={warning} className="text-small text-faint">{i18n.t('panel.ask.needed')}</p>}
      <div className="flex gap-1.5">
        <Button look="primary" type="submit" off={wanted === ''} aria-describedby={wanted === '' ? warning : undefined}>{i18n.t('panel.ask.send')}</Button>
        <Button look="quiet" onClick={() => setState('closed')}>{i18n.t('panel.cancel')}</Button>
      </div>
      {error && <Trouble error={error} again={() => void ask()} />}
    </form>
  )
}
