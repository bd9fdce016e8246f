import type { Asset } from '@/lib/domain/asset'
import { mayPublish } from '@/lib/domain/hub'
import { useAsk } from './ask'

/** Whether the team's things are marketing's to change here: false for a rep of a hub. The background refuses them all the same. */
export function useMayPublish(): boolean {
  const { data: team } = useAsk('team.state', {})
  return !team || mayPublish(team.member.role)
}

/** Which assets may be changed here: a rep of a hub keeps what came from elsewhere, and reads what the hub has. */
export function useMayEdit(): (asset: Asset) => boolean {
  const mayPublishHere = useMayPublish()
  return ({ source }) => mayPublishHere || source.system !== 'hub'
}
