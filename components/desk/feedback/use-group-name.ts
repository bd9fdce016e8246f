import type { Grouping } from '@/lib/domain/acceptance-groups'
import type { Playbook } from '@/lib/domain/playbook'
import { labelText } from '@/components/ui/label'
import { useAsk } from '../data/ask'

/** What a group is called: the CRM's own word, the title of an asset, or the team's label of a playbook id. */
export function useGroupName(by: Grouping): (key: string) => string {
  const { data: playbook } = useAsk('playbook.get', {})
  const { data: assets } = useAsk('library.list', {}, by === 'asset')
  if (by === 'campaign' || by === 'source') return (key) => key
  if (by === 'asset') return (key) => assets?.find(({ id }) => id === key)?.title ?? key
  return (key) => labelText(by, key, playbook && entriesOf(playbook, by))
}

function entriesOf(playbook: Playbook, by: Exclude<Grouping, 'campaign' | 'source' | 'asset'>): readonly { id: string; label?: string | undefined }[] {
  if (by === 'reason') return Object.values(playbook.reasons).flat()
  return { persona: playbook.personas, industry: playbook.industries, stage: playbook.stages }[by]
}
