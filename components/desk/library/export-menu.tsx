import { Download } from 'lucide-react'
import type { Asset } from '@/lib/domain/asset'
import { bring } from '@/components/ui/bring'
import { Button } from '@/components/ui/button'
import { i18n } from '#i18n'
import { useDoAloud } from '../data/ask'
import { useDesk } from '../desk-context'

/** The library as CSV (formula-safe) or JSON (schema.org terms), or with playbook, findings and answers as the file a team follows. */
export function ExportMenu({ assets, forbidden }: { assets: readonly Asset[]; forbidden: boolean }) {
  const { bus, door } = useDesk()
  const team = useDoAloud(async () => door.download('leadside-team.json', 'application/json', (await bus.ask('source.team-file', {})).json))
  const csv = useDoAloud(async () => {
    const { assetsToCsv } = await bring(() => import('./export-assets'))
    door.download('leadside-library.csv', 'text/csv', assetsToCsv(assets))
  })
  const json = useDoAloud(async () => {
    const { assetsToJson } = await bring(() => import('./export-assets'))
    door.download('leadside-library.json', 'application/json', assetsToJson(assets))
  })
  return (
    <>
      <Button off={forbidden} title={forbidden ? i18n.t('desk.lockedByAdmin') : undefined} onClick={() => csv.mutate()}><Download aria-hidden size={15} />CSV</Button>
      <Button off={forbidden} title={forbidden ? i18n.t('desk.lockedByAdmin') : undefined} onClick={() => json.mutate()}><Download aria-hidden size={15} />JSON</Button>
      <Button off={forbidden} title={forbidden ? i18n.t('desk.lockedByAdmin') : i18n.t('sources.teamFileText')} onClick={() => team.mutate()}><Download aria-hidden size={15} />{i18n.t('sources.teamFile')}</Button>
    </>
  )
}
