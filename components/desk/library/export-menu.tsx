import { Download } from 'lucide-react'
import type { Asset } from '@/lib/domain/asset'
import { Button } from '@/components/ui/button'
import { i18n } from '#i18n'
import { useDesk } from '../desk-context'

/** The library as CSV (formula-safe) or JSON (schema.org terms), or with playbook, findings and answers as the file a team follows. */
export function ExportMenu({ assets, forbidden }: { assets: readonly Asset[]; forbidden: boolean }) {
  const { bus, door } = useDesk()
  const team = async () => door.download('leadside-team.json', 'application/json', (await bus.ask('source.team-file', {})).json)
  const csv = async () => {
    const { assetsToCsv } = await import('./export-assets')
    door.download('leadside-library.csv', 'text/csv', assetsToCsv(assets))
  }
  const json = async () => {
    const { assetsToJson } = await import('./export-assets')
    door.download('leadside-library.json', 'application/json', assetsToJson(assets))
  }
  return (
    <>
      <Button off={forbidden} title={forbidden ? i18n.t('desk.lockedByAdmin') : undefined} onClick={() => void csv()}><Download aria-hidden size={15} />CSV</Button>
      <Button off={forbidden} title={forbidden ? i18n.t('desk.lockedByAdmin') : undefined} onClick={() => void json()}><Download aria-hidden size={15} />JSON</Button>
      <Button off={forbidden} title={forbidden ? i18n.t('desk.lockedByAdmin') : i18n.t('sources.teamFileText')} onClick={() => void team()}><Download aria-hidden size={15} />{i18n.t('sources.teamFile')}</Button>
    </>
  )
}
