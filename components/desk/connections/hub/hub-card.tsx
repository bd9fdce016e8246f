import type { DeskState } from '@/lib/bus/protocol/desk'
import { mayPublish } from '@/lib/domain/hub'
import { i18n } from '#i18n'
import { useAsk } from '../../data/ask'
import { Problem } from '../../data/problem'
import { Feeds } from './feeds'
import { JoinForm } from './join-form'
import { MembershipCard } from './membership-card'
import { Offers } from './offers'
import { People } from './people'
import { Senders } from './senders'
import { TeamHubspot } from './team-hubspot'
import { Terms } from './terms'
import { Trail } from './trail'
import { WaitingOfOthers } from './waiting-of-others'

/** The team's hub: join it, or how it stands with it; owners manage it. */
export function HubCard({ state, joining, onJoined }: { state: DeskState; joining: boolean; onJoined: () => void }) {
  const { data: team, error } = useAsk('team.state', {})
  if (error) return <Problem of={error} service={i18n.t('team.theHub')} />
  if (team === undefined) return null
  if (team === null) return <>{joining || state.policy.hubAddress ? <JoinForm state={state} onJoined={onJoined} /> : null}<WaitingOfOthers team={null} /></>
  const owns = !team.ended && team.member.role === 'owner'
  return (
    <>
      <MembershipCard team={team} policy={state.policy} />
      <WaitingOfOthers team={team} />
      {team.ended && <JoinForm state={state} onJoined={onJoined} again />}
      {!team.ended && <Offers team={team} />}
      {owns && <><People own={team.member.id} /><TeamHubspot keysAllowed={state.policy.allowStaticToken !== false} /><Terms localhost={team.links.reason === 'localhost'} /><Senders /></>}
      {!team.ended && mayPublish(team.member.role) && <Feeds />}
      {owns && <Trail />}
    </>
  )
}
