import { hubRole } from '@/lib/domain/hub'
import { message } from '@/components/ui/message'
import { i18n } from '#i18n'

/** An act of the hub's trail in words; what no words are known for stands as the hub names it. */
export function actText(act: string): string {
  if (act === 'settings-lead-status') return i18n.t('hub.act_no_statuses')
  const [, what = '', more = ''] = /^(invited|joined|role|settings-links|settings-lead-status|hubspot-connected)[- ](.*)$/.exec(act) ?? []
  if (what === 'settings-lead-status') return i18n.t('hub.act_statuses', [more])
  if (what === 'settings-links') return i18n.t('hub.act_links', [message(`team.mode_${more}`)])
  if (what === 'hubspot-connected') return i18n.t('hub.act_hubspot_connected')
  if (hubRole.safeParse(more).success) return message(`hub.act_${what}`, [message(`team.role_${more}`)])
  const call = /^hubspot (GET|POST|PATCH|PUT|DELETE) (.+)$/.exec(act)
  if (call) return i18n.t(call[1] === 'GET' ? 'hub.act_hubspot_read' : 'hub.act_hubspot_call', [call[2] ?? ''])
  return message(`hub.act_${act}`).replace(/^act /, '')
}
