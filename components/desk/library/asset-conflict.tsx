import type { Asset } from '@/lib/domain/asset'
import { labelKey } from '@/lib/domain/sentence'
import { Button } from '@/components/ui/button'
import { Foreign } from '@/components/ui/foreign'
import { message } from '@/components/ui/message'
import { i18n } from '#i18n'
import { useAsk } from '../data/ask'

/** What is compared, in this order. */
export const conflictFields = ['title', 'abstract', 'url', 'status', 'kind', 'language', 'owner', 'shareable', 'topics', 'stages', 'personas', 'industries', 'products', 'expires', 'verifyEvery', 'body'] as const

/** Somebody else changed the asset first: both side by side, and the second writer decides. */
export function AssetConflict({ mine, onMine, onTheirs, busy }: { mine: Asset; onMine: (theirs: Asset) => void; onTheirs: () => void; busy: boolean }) {
  const { data: theirs } = useAsk('asset.get', { assetId: mine.id })
  if (!theirs) return null
  const differing = conflictFields.filter((field) => JSON.stringify(mine[field] ?? null) !== JSON.stringify(theirs[field] ?? null))
  return (
    <section role="alert" className="flex flex-col gap-3 rounded-md border border-warn bg-warn-soft p-3">
      <p className="font-medium">{i18n.t('team.conflict')}</p>
      <div className="overflow-x-auto">
        <table className="w-full text-left">
          <thead className="text-small text-soft"><tr><th scope="col" className="pe-3 py-1 font-medium">{i18n.t('team.conflictField')}</th><th scope="col" className="pe-3 py-1 font-medium">{i18n.t('team.conflictMine')}</th><th scope="col" className="py-1 font-medium">{i18n.t('team.conflictTheirs')}</th></tr></thead>
          <tbody>
            {differing.map((field) => (
              <tr key={field} className="border-t border-line align-top">
                <th scope="row" className="pe-3 py-1 font-medium">{message(labelKey('team', `field-${field}`))}</th>
                <td className="pe-3 py-1"><Foreign text={textOf(mine[field])} /></td>
                <td className="py-1"><Foreign text={textOf(theirs[field])} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button off={busy} onClick={() => onMine(theirs)}>{i18n.t('team.conflictUseMine')}</Button>
        <Button onClick={onTheirs}>{i18n.t('team.conflictUseTheirs')}</Button>
      </div>
    </section>
  )
}

function textOf(value: Asset[(typeof conflictFields)[number]]): string {
  if (value === undefined || value === '') return '–'
  return Array.isArray(value) ? value.join(', ') || '–' : String(value)
}
