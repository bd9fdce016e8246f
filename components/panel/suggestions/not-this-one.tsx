import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { dismissedEvent } from '@/lib/domain/ledger'
import type { Asset } from '@/lib/domain/asset'
import { toErrorInfo, type ErrorInfo } from '@/lib/domain/errors'
import { labelKey } from '@/lib/domain/sentence'
import { Chip } from '@/components/ui/chip'
import { message } from '@/components/ui/message'
import { i18n } from '#i18n'
import { useOnScreen } from '../data/record-context'
import { updateRecord } from '../data/use-record'
import { usePanel } from '../panel-context'
import { Trouble } from '../states/trouble'

/** Takes a suggestion away; the reason teaches the next ones. */
export default function NotThisOne({ asset, close }: { asset: Asset; close: () => void }) {
  const { bus } = usePanel()
  const { ref } = useOnScreen()
  const client = useQueryClient()
  const [error, setError] = useState<ErrorInfo>()

  async function dismiss(reason: (typeof dismissedEvent.shape.reason.options)[number]) {
    try {
      await bus.ask('suggestion.dismiss', { ref, assetId: asset.id, reason })
      updateRecord(client, ref, (view) => ({
        ...view,
        suggestions: { ...view.suggestions, items: view.suggestions.items.filter((item) => item.assetId !== asset.id) },
      }))
    } catch (thrown) {
      setError(toErrorInfo(thrown))
    }
  }
  return (
    <fieldset className="mt-1.5">
      <legend className="text-small text-soft">{i18n.t('panel.suggestions.whyNot')}</legend>
      <div className="flex flex-wrap gap-1 pt-1">
        {dismissedEvent.shape.reason.options.map((reason) => (
          <Chip key={reason} pressed={false} onClick={() => void dismiss(reason)}>{message(labelKey('panel.suggestions.dismiss', reason))}</Chip>
        ))}
        <Chip pressed={false} onClick={close}>{i18n.t('panel.keep')}</Chip>
      </div>
      {error && <Trouble error={error} again={() => setError(undefined)} />}
    </fieldset>
  )
}
