import { Check, Copy } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { i18n } from '#i18n'
import { useDoAloud } from '../data/ask'
import { useDesk } from '../desk-context'

/** Puts a text on the clipboard and says so. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const { door } = useDesk()
  const copy = useDoAloud(() => door.copy(text))
  const Icon = copy.isSuccess ? Check : Copy
  return (
    <>
      <Button look="quiet" aria-label={label} title={label} onClick={() => copy.mutate()}><Icon aria-hidden size={14} /></Button>
      <span role="status" className="text-small text-soft">{copy.isSuccess ? i18n.t('panel.copied') : ''}</span>
    </>
  )
}
