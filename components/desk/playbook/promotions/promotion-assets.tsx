import { X } from 'lucide-react'
import { Foreign } from '@/components/ui/foreign'
import { IconButton } from '@/components/ui/icon-button'
import { i18n } from '#i18n'
import { useAsk } from '../../data/ask'
import { Choice, Field } from '../../shell/field'

const atMost = 20

/** What to send with it, of what reps may send. */
export function PromotionAssets({ ids, onChange }: { ids: readonly string[]; onChange: (ids: string[]) => void }) {
  const { data: assets = [] } = useAsk('library.list', {})
  const titleOf = (id: string) => assets.find((asset) => asset.id === id)?.title ?? id
  const choices = assets.filter(({ id, status, shareable }) => status === 'approved' && shareable && !ids.includes(id)).sort((a, b) => (a.title < b.title ? -1 : 1))
  return (
    <div className="flex flex-col gap-2">
      <Field label={i18n.t('playbook.assets')} hint={i18n.t('playbook.assetsHint')}>
        {(field) => (
          <Choice {...field} value="" onChange={(event) => event.target.value !== '' && ids.length < atMost && onChange([...ids, event.target.value])}>
            <option value="">{i18n.t('playbook.addAsset')}</option>
            {choices.map(({ id, title }) => <option key={id} value={id}>{title}</option>)}
          </Choice>
        )}
      </Field>
      {ids.length > 0 && (
        <ul>
          {ids.map((id) => (
            <li key={id} className="flex items-center gap-2">
              <span className="min-w-0 flex-1 truncate"><Foreign text={titleOf(id)} max={160} /></span>
              <IconButton icon={X} label={i18n.t('playbook.removeNamed', [titleOf(id)])} onClick={() => onChange(ids.filter((other) => other !== id))} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
