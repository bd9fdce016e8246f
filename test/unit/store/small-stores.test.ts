import { describe, expect, it } from 'vitest'
import type { RequestAnswer } from '@/lib/domain/request-answer'
import { asset, finding, playbook } from '../../fixtures/store/filled'
import { boot, createMachine } from '../../fixtures/store/machine'

describe('library', () => {
  it('keeps, changes and takes away assets', async () => {
    const { assets } = await boot(createMachine())
    await assets.put([asset(1), asset(2)])
    await assets.put([asset(1, { title: 'New' })])
    expect((await assets.byId('a1'))?.title).toBe('New')
    await assets.remove(['a2'])
    expect((await assets.all()).map(({ id }) => id)).toEqual(['a1'])
    expect(await assets.byId('a2')).toBeUndefined()
    expect(await assets.count()).toBe(1)
  })

  it('imports as a whole, or not at all', async () => {
    const machine = createMachine()
    const { assets, housekeeping } = await boot(machine)
    await assets.stage('one', [asset(1)], machine.clock.now())
    await assets.stage('two', [asset(9)], machine.clock.now())
    await assets.stage('one', [asset(2)], machine.clock.now())
    expect(await assets.all()).toEqual([])
    expect(await assets.publish('one')).toBe(2)
    expect((await assets.all()).map(({ id }) => id)).toEqual(['a1', 'a2'])
    await assets.discard('two')
    expect(await assets.publish('two')).toBe(0)
    await assets.stage('forgotten', [asset(5)], machine.clock.now())
    await housekeeping.run(machine.clock.now() + 2 * 86_400_000, 365)
    expect(await assets.publish('forgotten')).toBe(0)
  })
})

describe('playbooks', () => {
  it('keep every version; the last one put is current', async () => {
    const { playbooks } = await boot(createMachine())
    expect(await playbooks.current()).toBeUndefined()
    await playbooks.put(playbook, 1)
    await playbooks.put({ ...playbook, version: '2' }, 2)
    expect((await playbooks.current())?.version).toBe('2')
    expect(await playbooks.byVersion('1')).toEqual(playbook)
    expect(await playbooks.byVersion('3')).toBeUndefined()
  })
})

describe('documents of the team', () => {
  it('are kept by kind; an older copy never replaces a newer one', async () => {
    const { documents } = await boot(createMachine())
    const answer: RequestAnswer = { kind: 'request-answer', id: 'r1', version: 1, updatedAt: 1, requestIds: [], assetId: 'a1' }
    expect(await documents.put([finding(1), finding(2), answer])).toBe(3)
    expect(await documents.all('request-answer')).toEqual([answer])
    expect(await documents.put([finding(1, { version: 2, owner: 'New' }), finding(2, { updatedAt: 0, owner: 'Old' })])).toBe(1)
    expect(await documents.put([finding(1), finding(2, { updatedAt: 2, owner: 'Later' })])).toBe(1)
    expect((await documents.all('finding')).map(({ owner }) => owner)).toEqual(['New', 'Later'])
    await documents.remove(['f1'])
    expect((await documents.all('finding')).map(({ id }) => id)).toEqual(['f2'])
  })
})

describe('marks', () => {
  it('are sets by kind', async () => {
    const { marks } = await boot(createMachine())
    await marks.add('dismissed', ['a', 'b'], 1)
    await marks.add('dismissed', ['b'], 2)
    await marks.add('sample', ['a'], 1)
    expect(await marks.all('dismissed')).toEqual(new Set(['a', 'b']))
    await marks.clear('dismissed')
    expect(await marks.all('dismissed')).toEqual(new Set())
    expect(await marks.all('sample')).toEqual(new Set(['a']))
  })
})

describe('warnings', () => {
  it('stay until dismissed, oldest first', async () => {
    const { warnings } = await boot(createMachine())
    await warnings.raise({ id: 'b', kind: 'data-lost', detail: '3' }, 2)
    await warnings.raise({ id: 'a', kind: 'policy-ignored' }, 1)
    expect(await warnings.all()).toEqual([{ id: 'a', kind: 'policy-ignored', detail: undefined }, { id: 'b', kind: 'data-lost', detail: '3' }])
    await warnings.dismiss('a')
    expect(await warnings.all()).toHaveLength(1)
  })
})
