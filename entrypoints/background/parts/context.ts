import type { PanelContext } from '@/lib/bus/protocol/panel'
import type { Caller } from '@/lib/bus/trust'
import type { Connectors } from '@/lib/app/deps'
import type { Samples } from '@/lib/app/samples'
import { sampleOrgs } from '@/lib/domain/sample-workspace'
import { channelsFor } from '@/lib/domain/send-rules'
import type { Policy, Settings } from '@/lib/domain/settings'
import { capabilities } from '@/lib/platform/capabilities'
import type { Panels } from './panels'
import { readSamples } from './samples'

interface ContextParts {
  panels: Panels
  consent: { given(): Promise<boolean> }
  settings(): Promise<Settings>
  policy(): Promise<Policy>
  connectors: Connectors
  samples: Samples
}

const hosts = { framed: 'frame', 'side-panel': 'side-panel', desk: 'desk' } as const

/** Where a panel stands and what it should show; the desk shows the first sample person. */
export function createContext({ panels, consent, settings, policy, connectors, samples }: ContextParts) {
  return {
    async of(caller: Caller): Promise<PanelContext> {
      if (caller.kind === 'loader') throw new Error('a loader shows nothing')
      const given = await consent.given()
      // The browser may take seconds to say what the policy is; before consent nothing hangs on it.
      const [chosen, fixed, connected] = await Promise.all([settings(), given ? policy() : undefined, connectors.connections()])
      const ref = caller.kind === 'desk' ? await sampleRef() : await panels.recordOf(caller)
      const ready = given && (connected.length > 0 || (await samples.loaded()))
      return {
        host: hosts[caller.kind],
        show: !ready ? 'set-up' : ref ? 'record' : 'today',
        ref: ready ? ref : undefined,
        tabId: await panels.tabOf(caller),
        canOpenSidePanel: capabilities().canOpenSidePanel,
        role: chosen.role,
        channels: channelsFor(ref?.crm ?? 'salesforce'),
        preferredChannel: chosen.sendChannel,
        allowFreeText: fixed?.allowFreeText !== false,
      }
    },
  }

  async function sampleRef() {
    if (!(await samples.loaded())) return undefined
    const { workspace } = await readSamples()
    return workspace.snapshots.find(({ person }) => person.ref.org === sampleOrgs.salesforce)?.person.ref
  }
}
