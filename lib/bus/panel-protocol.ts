import { handyMessages } from './protocol/handy'
import { panelMessages } from './protocol/panel'
import { panelTeamMessages } from './protocol/panel-team'

/** The messages a panel sends. Apart from the others, so that a lead's page does not load the shapes of the desk. */
export const panelProtocol = { ...panelMessages, ...panelTeamMessages, ...handyMessages } as const
export type PanelMessageName = keyof typeof panelProtocol
