import { useMemo } from 'react'
import type { Grouping } from '@/lib/domain/acceptance-groups'
import type { Asset } from '@/lib/domain/asset'
import type { Playbook } from '@/lib/domain/playbook'
import { labelText } from '@/components/ui/label'
import { useAsk } from '../data/ask'

/** What a group is called: the CRM's own word, the title of an asset, or the team's label of a playbook id. The same function until a name changes. */
export function useGroupName(by: Grouping): (key: string) => string {
  const { data: playbook } = useAsk('playbook.get', {})
  const { data: assets } = useAsk('library.list', {}, by === 'asset')
  return useMemo(() => namesBy(by, playbook, assets), [by, playbook, assets])
}

function namesBy(by: Grouping, playbook: Playbook | undefined, assets: readonly Asset[] = []): (key: string) => string {
  if (by === 'campaign' || by === 'source') return (key) => key
  const titles = new Map(assets.map(({ id, title }) => [id, title]))
  if (by === 'asset') return (key) => titles.get(key) ?? key
  const entries = playbook && entriesOf(playbook, by)
  return (key) => labelText(by, key, entries)
}

function entriesOf(playbook: Playbook, by: Exclude<Grouping, 'campaign' | 'source' | 'asset'>): readonly { id: string; label?: string | undefined }[] {
  if (by === 'reason') return Object.values(playbook.reasons).flat()
  return { persona: playbook.personas, industry: playbook.industries, stage: playbook.stages }[by]
}
