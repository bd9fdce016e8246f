import { Ago } from '@/components/ui/ago'
import { i18n } from '#i18n'
import { usePanel } from '../panel-context'
import { useTeamAge } from '../data/use-team'

/** Since when the team's library is known; nothing where there is no team. */
export function LibraryAge() {
  const { bus } = usePanel()
  const team = useTeamAge(bus)
  if (!team) return null
  return <p className="pt-1 text-tiny text-faint">{team.at === undefined ? i18n.t('team.never') : <>{i18n.t('team.asOf')} <Ago at={team.at} /></>}</p>
}
