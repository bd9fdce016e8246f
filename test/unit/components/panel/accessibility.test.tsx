// @vitest-environment happy-dom
import axe from 'axe-core'
import { describe, expect, it } from 'vitest'
import { panelStates, stateOf, type PanelStateName } from '../../../fakes/panel-states'
import { mountPanel } from '../mount'

/** What needs a real page to be judged; `test/preview/look.ts` judges that in a browser. */
const drawn = ['color-contrast', 'target-size', 'scrollable-region-focusable']

describe('axe finds nothing wrong', () => {
  it.each(Object.keys(panelStates) as PanelStateName[])('in %s', async (name) => {
    document.documentElement.lang = 'en'
    document.title = 'Leadside'
    await mountPanel(stateOf(name))
    const { passes, violations } = await axe.run(document, { rules: Object.fromEntries(drawn.map((rule) => [rule, { enabled: false }])) })
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    expect(passes.length).toBeGreaterThanOrEqual(10)
  })
})
