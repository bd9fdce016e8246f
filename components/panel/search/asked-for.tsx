import { useQueryClient } from '@tanstack/react-query'
import { recordKey } from '@/lib/domain/record-ref'
import { labelText } from '@/components/ui/label'
import { Tag } from '@/components/ui/tag'
import { i18n } from '#i18n'
import { useOnScreen } from '../data/record-context'
import { usePlaybook } from '../data/use-playbook'
import type { Known } from '../data/use-record'

/** What goes along with a request: for what kind of lead it is asked. */
export function AskedFor() {
  const { ref } = useOnScreen()
  const profile = useQueryClient().getQueryData<Known>(['record', recordKey(ref)])?.profile
  const playbook = usePlaybook()
  const known = [
    profile?.stage && labelText('stage', profile.stage, playbook?.stages), profile?.industry && labelText('industry', profile.industry, playbook?.industries),
    profile?.persona && labelText('persona', profile.persona, playbook?.personas),
  ].filter((name) => name !== undefined && name !== '')
  if (known.length === 0) return null
  return <p className="flex flex-wrap items-center gap-1 text-small text-soft">{i18n.t('handy.askedFor')} {known.map((name) => <Tag key={name}>{name}</Tag>)}</p>
}
