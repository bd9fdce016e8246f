import type { HubInfo, HubSettings } from '@/lib/hub-client/contract'
import { isPublic, type HubConfig } from '../deps'

/** Whether prospects can open tracked links of this hub, and if not, why. */
export function linkState(settings: HubSettings, config: HubConfig): HubInfo['links'] {
  if (settings.links === 'off') return { open: false, reason: 'off' }
  return isPublic(config.linksUrl) ? { open: true } : { open: false, reason: 'localhost' }
}
